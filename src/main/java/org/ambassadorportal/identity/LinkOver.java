package org.ambassadorportal.identity;

import org.ambassadorportal.kernel.Gone;

/** A sign-in link was used, is too old, or never was one; which of these is not said. */
class LinkOver extends Gone {

    LinkOver() {
        super("sign-in.link.over");
    }
}
