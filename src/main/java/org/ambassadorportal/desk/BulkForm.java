package org.ambassadorportal.desk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done, and to which items.
 *
 * @param act the key of a {@link BulkAct}
 * @param ref the items that were chosen
 * @param all whether it is the whole list instead
 * @param list the address of the list
 * @param seen how many items the page said before it was confirmed
 * @param canned the id of a canned reply
 * @param to who is to have them: "me", "nobody" or a person's id
 */
record BulkForm(
        @PlainText(max = 20) @Nullable String act,
        @Nullable List<@PlainText(max = 20) String> ref,
        @Nullable Boolean all,
        @PlainText(max = 4000) @Nullable String list,
        @Nullable Integer seen,
        @PlainText(max = 40) @Nullable String to,
        @PlainText(max = 400) @Nullable String tag,
        @PlainText(max = 20) @Nullable String priority,
        @PlainText(max = 40) @Nullable String outcome,
        @PlainText(max = 36) @Nullable String canned,
        StandForm.@Nullable Choice stand,
        @Nullable LocalDate wakeDay,
        @Nullable LocalTime wakeTime,
        @PlainText(max = 36) @Nullable String once) {

    private static final int MOST = 200;

    /** The same, to be confirmed. */
    BulkForm asked() {
        return new BulkForm(
                act,
                ref,
                all,
                list,
                seen,
                to,
                tag,
                priority,
                outcome,
                canned,
                stand,
                wakeDay,
                wakeTime,
                Ids.next().toString());
    }

    public boolean whole() {
        return Boolean.TRUE.equals(all);
    }

    QueueFilter filter() {
        return QueueFilter.read(list == null ? "" : list).after(null);
    }

    List<Long> references() {
        return ref == null
                ? List.of()
                : ref.stream()
                        .flatMap(typed -> Reference.typed(typed).stream())
                        .map(Reference::number)
                        .distinct()
                        .limit(MOST)
                        .toList();
    }
}
