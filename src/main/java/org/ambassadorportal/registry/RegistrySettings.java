package org.ambassadorportal.registry;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the registry.
 *
 * @param certifyEvery how long a certification holds; after that the owner is due to confirm the account again
 */
@ConfigurationProperties("portal.registry")
record RegistrySettings(@DefaultValue("180d") Period certifyEvery) {}
