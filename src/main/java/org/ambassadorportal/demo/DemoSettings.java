package org.ambassadorportal.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the local profile.
 *
 * @param folder where the local database keeps its data; a restart loses nothing
 * @param fill whether an empty database is filled with the demo
 */
@ConfigurationProperties("portal.demo")
record DemoSettings(
        @DefaultValue(".data") String folder,
        @DefaultValue("true") boolean fill) {}
