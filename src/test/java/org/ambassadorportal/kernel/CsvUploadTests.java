package org.ambassadorportal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables as spreadsheets really write them: BAR lines 33 and 34. */
class CsvUploadTests {

    private static CsvUpload read(byte[] bytes) {
        return CsvUpload.read("file", bytes, new CsvUpload.Limits(2_000, 3, 3, 50), "name");
    }

    private static CsvUpload read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsTheSameTableInEveryDressItComesIn() {
        var plain = "Name,City\nÉmile,Zürich\n";
        var expected = read(plain);
        assertThat(expected.rows()).hasSize(1);
        assertThat(expected.rows().getFirst().cell("name")).isEqualTo("Émile");
        for (var same : List.of(
                ("\ufeff" + plain).getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + plain).getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + plain).getBytes(StandardCharsets.UTF_16BE),
                plain.getBytes(Charset.forName("windows-1252")),
                plain.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                plain.replace("\n", "\r").getBytes(StandardCharsets.UTF_8),
                plain.replace(',', ';').getBytes(StandardCharsets.UTF_8),
                plain.replace("Name", " NAME ").getBytes(StandardCharsets.UTF_8))) {
            assertThat(read(same).rows()).isEqualTo(expected.rows());
        }
    }

    @Test
    void numbersRowsAsTheFileDoes() {
        assertThat(read("name,city\na,x\n\nb,y\n").rows())
                .extracting(CsvUpload.Row::number)
                .containsExactly(2, 4);
        assertThat(read("name,city\n\"a\nb\",x\nc,y\n").rows())
                .extracting(CsvUpload.Row::number)
                .containsExactly(2, 4);
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        refused("", "csv.empty");
        refused("  \n ", "csv.empty");
        refused("name\nopen,\"never closed\nmore\n", "csv.broken");
        refused("name,Name\na,b\n", "csv.doubled", "Name");
        refused("city\nx\n", "csv.missing", "name");
        refused("name\na\nb\nc\nd\n", "csv.rows", 3);
        refused("name,b,c,d\na\n", "csv.columns", 3);
        refused("name\n" + "x".repeat(51) + "\n", "csv.cell", 2, 50);
        refused("name\na,b\n", "csv.wide", 2);
        refused("name\na\0b\n", "csv.binary");
        refused("name\n" + "x\n".repeat(2_000), "csv.bytes", 0);
    }

    private static void refused(String text, String key, Object... arguments) {
        assertThatThrownBy(() -> read(text)).as(text).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field()).isEqualTo("file");
            assertThat(refusal.key()).isEqualTo(key);
            if (arguments.length > 0) assertThat(refusal.getArguments()).containsExactly(arguments);
        });
    }
}
