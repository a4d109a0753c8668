package org.ambassadorportal.kernel;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An uploaded table as spreadsheets really write it: UTF-8 with or without a byte order mark, UTF-16, Windows-1252,
 * any line ends. Header names are compared without case and spaces.
 *
 * @param columns the names of the columns, as the first row has them
 * @param rows the rows below, with the number each has in the file (the header is row 1)
 */
public record CsvUpload(List<String> columns, List<Row> rows) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    public CsvUpload {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A row of the file: its number, and its cells by the column's name in lower case. */
    public record Row(int number, Map<String, String> cells) {

        public Row {
            cells = Map.copyOf(cells);
        }

        /** The text of a cell without spaces around it; empty when the row ends before it. */
        public String cell(String column) {
            return cells.getOrDefault(column.toLowerCase(Locale.ROOT), "");
        }
    }

    /** How large a table may be. */
    public record Limits(int bytes, int rows, int columns, int cell) {

        /** Five megabytes, 20,000 rows, 50 columns, 4,000 characters in a cell. */
        public static final Limits USUAL = new Limits(5 * 1024 * 1024, 20_000, 50, 4_000);
    }

    /**
     * Reads an uploaded table.
     *
     * @param field the form's field, named by the refusal
     * @param required columns that must be there
     * @throws Refusal with a message of its own for each limit, for a quote that is never closed (by row), for a column
     *     that comes twice or is missing, and for bytes that are no text
     */
    public static CsvUpload read(String field, byte[] bytes, Limits limits, String... required) {
        if (bytes.length == 0) throw new Refusal(field, "csv.empty");
        if (bytes.length > limits.bytes()) throw new Refusal(field, "csv.bytes", limits.bytes() / 1024 / 1024);
        var text = text(field, bytes);
        if (text.isBlank()) throw new Refusal(field, "csv.empty");
        return parse(field, text, limits, List.of(required));
    }

    private static String text(String field, byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        if (starts(bytes, 0xFE, 0xFF)) return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        for (byte b : bytes) if (b == 0) throw new Refusal(field, "csv.binary");
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    private static CsvUpload parse(String field, String text, Limits limits, List<String> required) {
        List<String> columns = List.of();
        var rows = new ArrayList<Row>();
        var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                // A quote that is never closed would swallow the rest of the file as one cell.
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
        int number = 0;
        try (reader) {
            for (var line : reader) {
                number = (int) line.getStartingLineNumber();
                if (columns.isEmpty()) {
                    columns = header(field, line.getFields(), limits, required);
                    continue;
                }
                if (rows.size() == limits.rows()) throw new Refusal(field, "csv.rows", limits.rows());
                rows.add(row(field, number, columns, line.getFields(), limits));
            }
        } catch (CsvParseException broken) {
            throw new Refusal(field, "csv.broken", number + 1);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return new CsvUpload(columns, rows);
    }

    /** A semicolon where the first line has more of them than commas, as some countries' spreadsheets write. */
    private static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        long semicolons = first.chars().filter(c -> c == ';').count();
        long commas = first.chars().filter(c -> c == ',').count();
        return semicolons > commas ? ';' : ',';
    }

    private static List<String> header(String field, List<String> names, Limits limits, List<String> required) {
        if (names.size() > limits.columns()) throw new Refusal(field, "csv.columns", limits.columns());
        var seen = new HashSet<String>();
        var columns = names.stream().map(String::strip).toList();
        for (var name : columns) {
            if (!name.isEmpty() && !seen.add(name.toLowerCase(Locale.ROOT)))
                throw new Refusal(field, "csv.doubled", name);
        }
        for (var name : required) {
            if (!seen.contains(name.toLowerCase(Locale.ROOT))) throw new Refusal(field, "csv.missing", name);
        }
        return columns;
    }

    private static Row row(String field, int number, List<String> columns, List<String> fields, Limits limits) {
        if (fields.size() > columns.size()) throw new Refusal(field, "csv.wide", number);
        var cells = new HashMap<String, String>();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).length() > limits.cell()) throw new Refusal(field, "csv.cell", number, limits.cell());
            if (fields.get(i).indexOf('\0') >= 0) throw new Refusal(field, "csv.binary");
            cells.put(columns.get(i).toLowerCase(Locale.ROOT), fields.get(i).strip());
        }
        return new Row(number, cells);
    }
}
