package org.ambassadorportal.ambassador;

import java.nio.charset.StandardCharsets;

/**
 * A page as a contact card: vCard 3.0 (RFC 2426), which address books of all kinds read. Never with a mail address or a
 * telephone number, because the page has none.
 */
final class ContactCard {

    private static final int LONGEST_LINE = 75;

    private final StringBuilder card = new StringBuilder();

    private ContactCard() {}

    /**
     * The card of a page.
     *
     * @param url the full address of the page
     * @param organization the organization's name
     * @param note that opinions are the person's own
     */
    static String of(ProfilePage page, String url, String organization, String note) {
        var card = new ContactCard();
        card.line("BEGIN:VCARD").line("VERSION:3.0");
        card.line("FN:" + escape(page.name()));
        card.line("N:" + name(page.name(), page.credentials()));
        card.line("ORG:" + escape(organization) + ";" + escape(page.unit()));
        if (page.title() != null) card.line("TITLE:" + escape(page.title()));
        card.line("URL:" + escape(url));
        for (var profile : page.profiles()) {
            card.line("X-SOCIALPROFILE;TYPE=" + profile.platform().key() + ":" + escape(profile.url()));
        }
        if (!page.topics().isEmpty()) {
            card.line("CATEGORIES:"
                    + String.join(
                            ",", page.topics().stream().map(ContactCard::escape).toList()));
        }
        card.line("NOTE:" + escape(note));
        card.line("UID:urn:uuid:" + page.id());
        card.line("END:VCARD");
        return card.card.toString();
    }

    /**
     * The whole name stands where the given names do. The portal asks for a name as one, because nobody but its bearer
     * knows where "María José García López" or "Li Wei" divides; a guess would be filed wrongly in every address book.
     * The family name may be empty, the line itself may not be left out (RFC 2426, section 3.1.2).
     */
    private static String name(String name, @org.jspecify.annotations.Nullable String credentials) {
        return ";" + escape(name.strip()) + ";;;" + (credentials == null ? "" : escape(credentials));
    }

    /** Backslash, comma, semicolon and line ends have a meaning of their own (RFC 2426, section 5). */
    static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace(";", "\\;")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** A line, folded before 75 octets and never inside a letter (RFC 2425, section 5.8.1). */
    private ContactCard line(String text) {
        int octets = 0;
        for (int at = 0; at < text.length(); ) {
            int sign = text.codePointAt(at);
            var written = Character.toString(sign);
            int size = written.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                card.append("\r\n ");
                octets = 1;
            }
            card.append(written);
            octets += size;
            at += Character.charCount(sign);
        }
        card.append("\r\n");
        return this;
    }
}
