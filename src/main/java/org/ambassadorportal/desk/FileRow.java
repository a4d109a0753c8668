package org.ambassadorportal.desk;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a message, without what is in it.
 *
 * @param type its media type, as we found it and not as anybody said
 * @param size in bytes
 */
record FileRow(UUID id, String name, String type, int size) {

    private static final int KILO = 1024;

    /** What reads as one line of {@link #listed}; a name never holds a line break or a tab. */
    static final String LISTED =
            "(select string_agg(f.id || E'\\t' || f.size || E'\\t' || f.type || E'\\t' || f.name, E'\\n' order by f.added_at, f.id)"
                    + " from desk_file f where %s)";

    static List<FileRow> listed(@Nullable String lines) {
        if (lines == null) return List.of();
        return Arrays.stream(lines.split("\n")).map(FileRow::read).toList();
    }

    private static FileRow read(String line) {
        var parts = line.split("\t", 4);
        return new FileRow(UUID.fromString(parts[0]), parts[3], parts[2], Integer.parseInt(parts[1]));
    }

    public String icon() {
        if (type.startsWith("image/")) return "bi-file-earmark-image";
        return switch (FileTypes.ending(name)) {
            case "pdf" -> "bi-file-earmark-pdf";
            case "doc", "docx", "odt", "rtf" -> "bi-file-earmark-word";
            case "xls", "xlsx", "ods", "csv", "tsv" -> "bi-file-earmark-spreadsheet";
            case "ppt", "pptx", "odp" -> "bi-file-earmark-slides";
            case "ics" -> "bi-calendar-event";
            default -> "bi-file-earmark-text";
        };
    }

    /** Whether its size is said in megabytes. */
    public boolean isBig() {
        return size >= KILO * KILO;
    }

    public double megabytes() {
        return (double) size / KILO / KILO;
    }

    public int kilobytes() {
        return Math.max(1, (size + KILO / 2) / KILO);
    }
}
