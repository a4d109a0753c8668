package org.ambassadorportal.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** A table of the demo: who is in it and what they say, in {@code src/main/resources/demo}. */
final class DemoTable {

    /** One line of a table; an empty cell is an empty text. */
    record Row(NamedCsvRecord cells) {

        String get(String column) {
            return cells.getField(column);
        }

        boolean has(String column) {
            return !get(column).isEmpty();
        }

        int number(String column) {
            return Integer.parseInt(get(column));
        }

        /** A number of hours; 0 where the cell is empty. */
        double hours(String column) {
            return has(column) ? Double.parseDouble(get(column)) : 0;
        }

        /** The words of a cell that holds several, divided by blanks. */
        List<String> words(String column) {
            return Stream.of(get(column).split(" "))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }

    private DemoTable() {}

    static List<Row> read(String name) {
        var file = new ClassPathResource("demo/" + name + ".csv");
        try (var reader = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.stream().map(Row::new).toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
