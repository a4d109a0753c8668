package org.ambassadorportal.identity;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * An event that people are told about by mail. It carries all that the mails need; the outbox takes one row for each
 * addressee, in the transaction of the event.
 */
@NamedInterface("events")
public interface Mailed {

    List<Letter> letters();
}
