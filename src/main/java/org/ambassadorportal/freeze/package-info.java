/**
 * Freeze windows say which kinds of unit may open no new account on which platforms; exceptions let one named account
 * run in spite of that, under conditions, until a date. Used by {@code site} (the banner), {@code insights} and
 * {@code demo}. It asks the desk to queue what people ask for and the registry to hold the account that comes of it.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "identity", "identity :: events", "organization", "social", "registry", "desk"
        })
@NullMarked
package org.ambassadorportal.freeze;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
