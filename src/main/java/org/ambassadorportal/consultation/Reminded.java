package org.ambassadorportal.consultation;

import java.util.List;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;

/** What was booked begins soon; requester and host are told. Nothing anybody did, so it is not in the trail. */
record Reminded(List<Letter> letters) implements Mailed {

    Reminded {
        letters = List.copyOf(letters);
    }
}
