package org.ambassadorportal.desk;

/** The items that became one by merging, for the statements that read them together. */
final class Family {

    /** Begins a statement: {@code family} is the item {@code :reference} with all that was merged into it, at any remove. */
    static final String WITH = """
            with recursive family(reference) as (
                select :reference::bigint
                union select d.merged from desk_merge d join family f on d.stays = f.reference)
            """;

    /** In a statement: the item that {@code :reference} goes on in, itself where it was not merged. */
    static final String END = """
            (with recursive way(reference, further) as (
                select reference, merged_into from desk_item where reference = :reference
                union select i.reference, i.merged_into from desk_item i join way w on i.reference = w.further)
            select reference from way where further is null)""";

    /** Follows {@link #WITH}: {@code upwards} is the item {@code :up} with all that it went on in. */
    static final String UPWARDS = """
            , upwards(reference) as (
                select :up::bigint
                union select d.stays from desk_merge d join upwards u on d.merged = u.reference)
            """;

    private Family() {}
}
