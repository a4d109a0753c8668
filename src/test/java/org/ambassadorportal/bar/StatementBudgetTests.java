package org.ambassadorportal.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.ambassadorportal.DemoTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * No page asks the database more than it may, whatever it lists: the table {@code statements.txt} says how much. The
 * demo has more rows than a page of each list, so a statement for each row would show at once.
 */
@DemoTest
class StatementBudgetTests {

    private static final Path TABLE = Path.of("src/test/resources/statements.txt");
    private static final int SHELL = 2;
    private static final Map<String, Integer> MOST = Map.of("LIST", 4, "ITEM", 8, "BOTH", 10);

    @Autowired
    Tours tours;

    @Test
    void theShellCostsTwoStatementsAtMost() {
        for (var who : Tours.WHO) assertThat(shell(who, "/help")).as(who).isLessThanOrEqualTo(SHELL);
    }

    @Test
    void noPageSendsMoreStatementsThanTheTableSays() throws IOException {
        var table = table();
        var measured = new TreeMap<String, Integer>();
        for (var who : Tours.WHO) {
            tours.of(who)
                    .pages()
                    .filter(stop -> stop.status() == 200 && !stop.address().startsWith("/units/suggest"))
                    .forEach(stop -> measured.merge(
                            stop.pattern(), stop.statements().size() - shell(who, stop.address()), Math::max));
        }
        // Away from the demo nobody is offered on the sign-in page.
        measured.remove("/sign-in");
        write(measured);
        var wrong = new ArrayList<String>();
        measured.forEach((page, number) -> {
            if (!table.containsKey(page)) wrong.add(page + " is not in the table; it sends " + number);
            else if (number > table.get(page))
                wrong.add(page + " sends " + number + ", not " + table.get(page) + ": " + longest(page));
        });
        assertThat(wrong).as("target/statements.txt has the present numbers").isEmpty();
    }

    private String longest(String page) {
        return Tours.WHO.stream()
                .flatMap(who -> tours.of(who).pages())
                .filter(stop -> stop.pattern().equals(page))
                .max(Comparator.comparing(stop -> stop.statements().size()))
                .map(stop -> stop.address() + "\n  " + String.join("\n  ", stop.statements()))
                .orElse("");
    }

    /** What the shell of a page costs: the banner of the freeze is left out where it would be in the way. */
    private int shell(String who, String address) {
        boolean noBanner = address.matches("/(freeze|desk|admin|insights)\\b.*");
        int full = tours.of(who)
                .pages()
                .filter(stop -> stop.pattern().equals("/help"))
                .findFirst()
                .orElseThrow()
                .statements()
                .size();
        return noBanner ? full - 1 : full;
    }

    private static Map<String, Integer> table() throws IOException {
        var table = new TreeMap<String, Integer>();
        for (var line : Files.readAllLines(TABLE)) {
            if (line.isBlank() || line.startsWith("#")) continue;
            var parts = line.split(" ", 3);
            assertThat(Integer.parseInt(parts[1])).as(line).isLessThanOrEqualTo(MOST.get(parts[0]));
            table.put(parts[2], Integer.valueOf(parts[1]));
        }
        return table;
    }

    private static void write(Map<String, Integer> measured) throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.write(
                Path.of("target/statements.txt"),
                measured.entrySet().stream()
                        .map(page -> (page.getKey().contains("{") ? "ITEM " : "LIST ") + page.getValue() + " "
                                + page.getKey())
                        .toList());
    }
}
