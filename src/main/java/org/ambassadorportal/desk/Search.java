package org.ambassadorportal.desk;

import org.ambassadorportal.kernel.Total;

/**
 * Finds words among the items of a list, at about the same cost however many have them. First the beginning of the list
 * is looked through in its own order: a word that stands in many items fills the page there. Only where that does not,
 * the index is asked; then the word is rare enough to read all that it finds. Statements take the words as
 * {@code :words}.
 */
final class Search {

    /** How far the list is looked through. */
    private static final int WALK = 3000;

    /** How many the index may find; beyond that the newest count. */
    private static final int FOUND = 20_000;

    private Search() {}

    /**
     * The condition for the rows of a page, in place of the list's own.
     *
     * @param where the list's condition, with the position to go on behind
     */
    static String rows(String where, View.Order order, int limit) {
        return where + " and i.reference = any (array(" + with(where, order, limit, limit)
                + " select reference from near union select reference from far))";
    }

    /**
     * An expression that counts what is found, for {@link #total(int)}.
     *
     * @param enough when so many are found at the list's beginning, the index is not asked
     */
    static String total(String where, View.Order order, int enough) {
        return "(" + with(where, order, Total.LIMIT, enough) + """
                 select case
                    when (select count(*) from near) >= %1$d then %1$d
                    when not (select goes_on from list) then (select count(*) from near)
                    when (select count(*) from near) >= %2$d then -(select count(*) from near)
                    else (select count(*) * case when (select count(*) from far) < %4$d then 1 else -1 end
                            from (select 1 from far join desk_item i on i.reference = far.reference
                                   where %3$s limit %1$d) c) end)""".formatted(Total.LIMIT, enough, where, FOUND);
    }

    /** Reads what {@link #total(String, View.Order, int)} counted: where it stopped early, the number is negative. */
    static Total total(int counted) {
        return new Total(Math.abs(counted), counted < 0);
    }

    private static String with(String where, View.Order order, int limit, int enough) {
        return """
                with query as materialized (select desk_query(:words) as q),
                near as materialized (
                    select i.reference from (select i.reference from desk_item i where %1$s order by %2$s limit %3$d) i
                     where (select q is null from query)
                        or (select w.words @@ (select q from query) from desk_words w where w.reference = i.reference)
                     limit %4$d),
                list as materialized (
                    select case when (select count(*) from near) >= %5$d then true
                           else (select count(*) = %3$d from (select 1 from desk_item i where %1$s limit %3$d) c) end as goes_on),
                far as materialized (
                    select w.reference from desk_words w
                     where (select goes_on and (select count(*) from near) < %5$d from list)
                       and w.words @@ (select q from query)
                     order by w.reference desc limit %6$d)
                """.formatted(where, order.by, WALK, limit, enough, FOUND);
    }
}
