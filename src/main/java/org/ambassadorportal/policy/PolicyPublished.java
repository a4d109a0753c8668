package org.ambassadorportal.policy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;

/**
 * A new version is current. Everyone who acknowledged an earlier one is asked again, by a letter each.
 *
 * @param readers who acknowledged an earlier version and can still sign in
 */
record PolicyPublished(
        UUID subject, String key, String title, int number, String effective, List<Addressee> readers, Instant at)
        implements Happened, Mailed {

    PolicyPublished {
        readers = List.copyOf(readers);
    }

    @Override
    public List<Letter> letters() {
        if (readers.isEmpty()) return List.of();
        // In the order in which people read them.
        var facts = new LinkedHashMap<String, String>();
        facts.put("policy", title);
        facts.put("policy-version", String.valueOf(number));
        facts.put("policy-effective", effective);
        return List.of(new Letter("policy-published", readers, null, facts, null, "/policies/" + key, null));
    }
}
