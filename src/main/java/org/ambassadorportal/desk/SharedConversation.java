package org.ambassadorportal.desk;

import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.NotFound;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The conversation of a request on a page of its intake; the fragment {@code desk/conversation :: thread} asks here. */
@Component("conversation")
class SharedConversation {

    private final MyRequests mine;

    SharedConversation(MyRequests mine) {
        this.mine = mine;
    }

    /** What the person of the page and the team said to each other; nothing of anybody else's request. */
    public Opened of(Reference reference) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && signedIn.getPrincipal() instanceof SignedIn person) {
            return mine.open(reference, person.id());
        }
        throw new NotFound();
    }
}
