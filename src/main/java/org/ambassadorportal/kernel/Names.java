package org.ambassadorportal.kernel;

/**
 * What a room calls its things; a bean of each room that has some. Whoever knows a thing by its id alone, such as the
 * audit trail, which keeps no names, looks its name up here when it is read. What was erased has none any more. The names
 * are for admins: rooms give them whether a thing is public or not.
 */
public interface Names {

    /**
     * A select of an id and a name, without parameters. It is asked for few ids at a time, so its ids must be those of an
     * index.
     */
    String sql();
}
