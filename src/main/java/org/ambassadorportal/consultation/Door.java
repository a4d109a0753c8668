package org.ambassadorportal.consultation;

import java.util.function.Supplier;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.PersonId;

/**
 * How somebody came to a booking: signed in, or by the link of a mail.
 *
 * @param path the beginning of the addresses where it is changed
 * @param home the page of the booking
 * @param by as whom they act
 * @param signed whether they came by a link and nobody is signed in
 * @param own whether they may change it; a guest may look
 */
record Door(String path, String home, Reference reference, PersonId by, boolean signed, boolean own) {

    /** Does something as whoever stands at this door may. */
    <T> T in(Supplier<T> work) {
        return signed ? AsSystem.call(work) : work.get();
    }

    void pass(Runnable work) {
        in(() -> {
            work.run();
            return reference;
        });
    }
}
