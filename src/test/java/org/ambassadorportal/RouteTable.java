package org.ambassadorportal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpMethod;

/** The table {@code routes.txt}: every address of the portal with its method, "GET /desk", and who may use it. */
public final class RouteTable {

    private static final Path TABLE = Path.of("src/test/resources/routes.txt");

    /** Who may use an address: each of these and those after it. */
    public enum Door {
        ANYONE,
        STAFF,
        COMMS,
        LEAD,
        ADMIN
    }

    private RouteTable() {}

    public static Map<String, Door> read() throws IOException {
        var table = new TreeMap<String, Door>();
        for (var line : Files.readAllLines(TABLE)) {
            if (line.isBlank() || line.startsWith("#")) continue;
            var parts = line.split(" ", 2);
            table.put(parts[1], Door.valueOf(parts[0]));
        }
        return table;
    }

    public static HttpMethod method(String route) {
        return HttpMethod.valueOf(route.split(" ", 2)[0]);
    }

    public static boolean reads(String route) {
        return route.startsWith("GET ");
    }

    public static String pattern(String route) {
        return route.split(" ", 2)[1];
    }

    /** An address of this route with references, ids and names that nobody has. */
    public static String addressOfNothing(String route) {
        return pattern(route)
                .replaceAll("\\{ref(erence)?}", "R-999999")
                .replaceAll(
                        "\\{(id|file|version|unit|person|account|window|session)}",
                        "00000000-0000-7000-8000-000000000000")
                .replaceAll("\\{[^}]+}", "nothing");
    }

    /** An address of this route with this text in the place of each variable. */
    public static String addressWith(String route, String variable) {
        return pattern(route).replaceAll("\\{[^}]+}", java.util.regex.Matcher.quoteReplacement(variable));
    }
}
