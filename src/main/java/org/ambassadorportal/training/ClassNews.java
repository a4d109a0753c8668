package org.ambassadorportal.training;

import java.util.List;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;

/** What the people of a class hear of what just happened; one act may give several people something to hear. */
record ClassNews(List<Letter> letters) implements Mailed {

    ClassNews {
        letters = List.copyOf(letters);
    }
}
