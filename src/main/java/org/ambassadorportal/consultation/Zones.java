package org.ambassadorportal.consultation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The time zones that people choose from, by continent and place. */
final class Zones {

    private static final Set<String> AREAS = Set.of(
            "Africa",
            "America",
            "Antarctica",
            "Arctic",
            "Asia",
            "Atlantic",
            "Australia",
            "Europe",
            "Indian",
            "Pacific");

    /** Zones of one part of the world. */
    record Group(String label, List<Choice> zones) {}

    private static final List<Group> ALL = all();

    private Zones() {}

    /** Whether an address may ask for it. */
    static boolean known(String zone) {
        return ZoneId.getAvailableZoneIds().contains(zone);
    }

    static List<Group> groups() {
        return ALL;
    }

    private static List<Group> all() {
        Map<String, List<Choice>> byArea = new TreeMap<>();
        for (var id : ZoneId.getAvailableZoneIds().stream().sorted().toList()) {
            int slash = id.indexOf('/');
            if (slash < 0 || !AREAS.contains(id.substring(0, slash))) continue;
            byArea.computeIfAbsent(id.substring(0, slash), any -> new ArrayList<>())
                    .add(new Choice(
                            id, id.substring(slash + 1).replace('_', ' ').replace("/", ", ")));
        }
        return byArea.entrySet().stream()
                .map(area -> new Group(area.getKey(), List.copyOf(area.getValue())))
                .collect(Collectors.toUnmodifiableList());
    }
}
