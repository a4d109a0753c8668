package org.ambassadorportal.kernel;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A table that is downloaded as CSV, row by row. Cells that a spreadsheet would take for a formula are made harmless
 * with a leading apostrophe, also when the sign hides behind spaces (the rule of OWASP, "CSV injection").
 */
public final class CsvDownload implements AutoCloseable {

    private final CsvWriter writer;

    private CsvDownload(CsvWriter writer) {
        this.writer = writer;
    }

    /**
     * Begins the answer: an attachment in UTF-8 with a byte order mark, without which Excel guesses wrongly.
     *
     * @param file the file's name, such as "exceptions.csv"
     * @param header the names of the columns
     */
    public static CsvDownload to(HttpServletResponse response, String file, String... header) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        var out = response.getWriter();
        out.write('\ufeff');
        var download = new CsvDownload(
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out));
        download.row((Object[]) header);
        return download;
    }

    /** Writes a row; {@code null} is an empty cell, a number stays as it is. */
    public void row(@Nullable Object... cells) {
        writer.writeRecord(Arrays.stream(cells).map(CsvDownload::cell).toList());
    }

    static String cell(@Nullable Object value) {
        if (value == null) return "";
        if (value instanceof Number number) return number.toString();
        var text = value.toString();
        // Programs overlook more in front of a formula than blanks, and read wide signs as narrow ones.
        var start = text.replaceFirst("^[\\s\\p{Z}\\p{C}]+", "");
        boolean formula = !start.isEmpty() && "=+-@＝＋－＠".indexOf(start.charAt(0)) >= 0;
        boolean control = !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
        return formula || control ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
