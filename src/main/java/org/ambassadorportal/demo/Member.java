package org.ambassadorportal.demo;

/**
 * Somebody of the demo.
 *
 * @param login what stands before the @ of their mail address; the tables name people by it
 * @param marks the name of a {@link Persona}, or nothing
 */
record Member(String login, String name, String credentials, String title, String unit, String marks) {

    static Member of(DemoTable.Row row) {
        return new Member(
                row.get("mail"),
                row.get("name"),
                row.get("credentials"),
                row.get("title"),
                row.get("unit"),
                row.get("marks"));
    }

    String mail() {
        return mail(login);
    }

    static String mail(String login) {
        return login + "@" + Persona.DOMAIN;
    }
}
