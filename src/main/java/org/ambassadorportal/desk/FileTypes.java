package org.ambassadorportal.desk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ambassadorportal.kernel.Photos;
import org.ambassadorportal.kernel.Refusal;

/**
 * Which files we take: pictures, PDF, office documents, text, calendars. What a file is, is read from its content; its
 * name only tells apart what is all text. Pictures are written anew, so that nothing stays in them but what is seen.
 */
final class FileTypes {

    /** The form's field, named by the refusals. */
    static final String FIELD = "files";

    static final int LARGEST = 10 * 1024 * 1024;
    private static final int NAME = 100;

    /** The longest head of a PDF that readers accept something before. */
    private static final int PDF_HEAD = 1024;

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, String> OPEN_XML = Map.of(
            "word/", "docx",
            "xl/", "xlsx",
            "ppt/", "pptx");
    private static final Map<String, String> OLE = Map.of(
            "WordDocument", "doc",
            "Workbook", "xls",
            "PowerPoint Document", "ppt");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("jpg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("docx", OFFICE + "wordprocessingml.document"),
            Map.entry("xlsx", OFFICE + "spreadsheetml.sheet"),
            Map.entry("pptx", OFFICE + "presentationml.presentation"),
            Map.entry("doc", "application/msword"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("ppt", "application/vnd.ms-powerpoint"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
            Map.entry("odp", "application/vnd.oasis.opendocument.presentation"),
            Map.entry("rtf", "application/rtf"),
            Map.entry("ics", "text/calendar"),
            Map.entry("csv", "text/csv"),
            Map.entry("tsv", "text/tab-separated-values"),
            Map.entry("md", "text/markdown"),
            Map.entry("txt", "text/plain"));

    /** What is all text, and told apart by its name alone. */
    private static final Set<String> TEXTS = Set.of("txt", "text", "md", "csv", "tsv", "log");

    /** What the chooser of a browser offers. */
    static final String CHOICE =
            "image/jpeg,image/png,image/gif,image/bmp,.pdf,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.odt,.ods,.odp,.rtf,.txt,.md,.csv,.tsv,.log,.ics";

    private FileTypes() {}

    /** A file as it is kept. */
    static final class Clean {

        private final String name;
        private final String type;
        private final byte[] bytes;

        private Clean(String name, String type, byte[] bytes) {
            this.name = name;
            this.type = type;
            this.bytes = bytes;
        }

        String name() {
            return name;
        }

        String type() {
            return type;
        }

        byte[] bytes() {
            return bytes.clone();
        }

        int size() {
            return bytes.length;
        }
    }

    /**
     * Looks at what was uploaded, and makes of it what is kept.
     *
     * @throws Refusal with a message of its own for each reason
     */
    static Clean read(String typed, byte[] bytes) {
        var name = plain(typed);
        if (bytes.length == 0) throw refused("empty", name);
        if (bytes.length > LARGEST) throw tooLarge(name);
        if (isPicture(bytes)) return picture(name, bytes);
        var ending = sniffed(name, bytes);
        return new Clean(named(name, ending), TYPES.getOrDefault(ending, "text/plain"), bytes.clone());
    }

    static Refusal tooLarge(String typed) {
        return refused("large", plain(typed));
    }

    private static Refusal refused(String why, String name) {
        return new Refusal(FIELD, "desk.files." + why, name);
    }

    private static Clean picture(String name, byte[] bytes) {
        try {
            var picture = Photos.whole(bytes);
            var type = TYPES.getOrDefault(picture.format(), "");
            return new Clean(named(name, picture.format()), type, picture.bytes());
        } catch (IOException unreadable) {
            throw refused("picture", name);
        }
    }

    /** What the content says it is: an ending that stands for a type. */
    private static String sniffed(String name, byte[] bytes) {
        if (isPdf(bytes)) return "pdf";
        if (starts(bytes, 'P', 'K', 3, 4)) return zipped(name, bytes);
        if (starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) return ole(name, bytes);
        if (isOtherPicture(bytes)) throw refused("picture-kind", name);
        var text = text(bytes);
        if (text == null) throw refused("type", name);
        if (text.startsWith("{\\rtf")) return rtf(name, text);
        if (text.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) return "ics";
        var ending = ending(name);
        if (!TEXTS.contains(ending)) throw refused("type", name);
        return ending;
    }

    private static boolean isPicture(byte[] bytes) {
        return starts(bytes, 0xFF, 0xD8, 0xFF)
                || starts(bytes, 0x89, 'P', 'N', 'G')
                || starts(bytes, 'G', 'I', 'F', '8')
                || (starts(bytes, 'B', 'M') && bytes.length > 26 && text(bytes) == null);
    }

    /** HEIC, AVIF, WebP and TIFF, which we cannot write anew. */
    private static boolean isOtherPicture(byte[] bytes) {
        if (starts(bytes, 'I', 'I', 42, 0) || starts(bytes, 'M', 'M', 0, 42)) return true;
        if (bytes.length < 12) return false;
        var brand = new String(bytes, 4, 8, StandardCharsets.ISO_8859_1);
        return (starts(bytes, 'R', 'I', 'F', 'F') && brand.endsWith("WEBP"))
                || brand.matches("ftyp(hei[cfmsx]|hev[cmsx]|mif1|msf1|avi[fs])");
    }

    private static boolean isPdf(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(PDF_HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        return head.contains("%PDF-");
    }

    /** An office document in a packed file: told by the names in it, nothing is unpacked. */
    private static String zipped(String name, byte[] bytes) {
        var parts = names(bytes);
        if (parts.stream().anyMatch(part -> part.toLowerCase(Locale.ROOT).contains("vbaproject")))
            throw refused("macros", name);
        if (parts.contains("[Content_Types].xml")) {
            for (var kind : OPEN_XML.entrySet())
                if (parts.stream().anyMatch(part -> part.startsWith(kind.getKey()))) return kind.getValue();
        }
        // An OpenDocument file says in its first bytes, unpacked, what it is.
        var head = new String(bytes, 0, Math.min(120, bytes.length), StandardCharsets.ISO_8859_1);
        if (parts.contains("content.xml")) {
            if (parts.stream().anyMatch(part -> part.startsWith("Basic/") || part.startsWith("Scripts/")))
                throw refused("macros", name);
            for (var ending : Set.of("odt", "ods", "odp")) if (head.contains(TYPES.get(ending))) return ending;
        }
        throw refused("type", name);
    }

    /** The names in a packed file, as its directory at the end lists them. */
    private static Set<String> names(byte[] bytes) {
        var names = new HashSet<String>();
        var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int end = bytes.length - 22;
            while (end >= 0 && file.getInt(end) != 0x06054b50) end--;
            if (end < 0) return names;
            int entries = file.getShort(end + 10) & 0xFFFF;
            int at = file.getInt(end + 16);
            for (int number = 0; number < entries && file.getInt(at) == 0x02014b50; number++) {
                int length = file.getShort(at + 28) & 0xFFFF;
                names.add(new String(bytes, at + 46, length, StandardCharsets.UTF_8));
                at += 46 + length + (file.getShort(at + 30) & 0xFFFF) + (file.getShort(at + 32) & 0xFFFF);
            }
        } catch (IndexOutOfBoundsException broken) {
            return Set.of();
        }
        return names;
    }

    /** An office document of before 2007: told by the names of its streams. */
    private static String ole(String name, byte[] bytes) {
        // Its directory holds the names in two bytes for each letter.
        var content = new String(bytes, StandardCharsets.UTF_16LE);
        if (content.contains("_VBA_PROJECT") || content.contains("Macros")) throw refused("macros", name);
        for (var kind : OLE.entrySet()) if (content.contains(kind.getKey())) return kind.getValue();
        throw refused("type", name);
    }

    /** Rich text, unless something is packed into it. */
    private static String rtf(String name, String text) {
        if (text.contains("\\objdata") || text.contains("\\object")) throw refused("type", name);
        return "rtf";
    }

    /** The content as text; {@code null} where it is none. */
    private static @org.jspecify.annotations.Nullable String text(byte[] bytes) {
        boolean wide = starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF);
        for (byte one : bytes) {
            boolean odd = one >= 0 && one < 0x20 && one != '\t' && one != '\n' && one != '\r' && one != '\f';
            if (odd && !wide) return null;
        }
        try {
            var charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException older) {
            return wide ? null : new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int at = 0; at < mark.length; at++) if ((bytes[at] & 0xFF) != mark[at]) return false;
        return true;
    }

    /** The ending of a name, in small letters; empty where it has none. */
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The name with the ending that fits what the file is. */
    private static String named(String name, String ending) {
        boolean fits = ending(name).equals(ending)
                || (ending.equals("jpg") && ending(name).equals("jpeg"));
        if (fits) return name;
        int dot = name.lastIndexOf('.');
        boolean known = dot > 0 && ending(name).matches("[a-z0-9]{1,5}");
        return (known ? name.substring(0, dot) : name) + "." + ending;
    }

    /** A name without folders, line breaks and signs that are not seen, and not too long. */
    private static String plain(String typed) {
        var name = Normalizer.normalize(typed, Normalizer.Form.NFC).replaceAll(".*[/\\\\]", "");
        name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029<>:\"|?*]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        name = name.replaceAll("^[. ]+|[. ]+$", "");
        if (name.isEmpty()) return "file";
        if (name.length() <= NAME) return name;
        var ending = ending(name);
        int room = NAME - 1 - ending.length();
        if (ending.isEmpty() || room < 20) return cut(name, NAME);
        return cut(name, room) + "." + ending;
    }

    private static String cut(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length)
                .strip();
    }
}
