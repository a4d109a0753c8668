package org.ambassadorportal.kernel;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.ZoneRulesBuilder;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A calendar file (RFC 5545) as calendars really write it: its entries with everything that repeats spread out over a
 * stretch of time. Entries repeat by the clock of their own zone, which the file may explain itself; times without a
 * zone are read off the clock of whoever reads. Single occurrences that were moved, changed or taken out count as such.
 * What was called off is left out.
 */
public final class CalendarFile {

    /** How much of it there may be: bytes, entries, and times that they take place. */
    public record Limits(int bytes, int entries, int times) {

        public static final Limits USUAL = new Limits(5 * 1024 * 1024, 20_000, 20_000);
    }

    /**
     * Something that takes place once.
     *
     * @param id what calendars know it by, the same for all times that it takes place
     * @param day its first day, where it takes whole days; {@code null} where it has times
     * @param busy whether it takes the time of whoever has it in their calendar
     */
    public record Entry(String id, String name, @Nullable LocalDate day, Instant from, Instant until, boolean busy) {

        public boolean isWholeDays() {
            return day != null;
        }
    }

    /** The file cannot be read, and why. */
    public static final class Unreadable extends DomainError {

        Unreadable(String key, Object... arguments) {
            super(HttpStatus.UNPROCESSABLE_CONTENT, key, arguments);
        }
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final Pattern OFTEN = Pattern.compile("FREQ=(SECOND|MINUTE)LY", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNTIL = Pattern.compile("UNTIL=([0-9TZ]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEEKS = Pattern.compile("\\+?P(\\d{1,4})W");
    private static final Pattern LIST = Pattern.compile(",");

    /** Explaining a zone takes work; nobody has this many. */
    private static final int MOST_ZONES = 50;

    private final Calendar calendar;
    private final ZoneId here;
    private final Instant from;
    private final Instant until;
    private final Limits limits;
    private final Map<String, ZoneRules> zones = new HashMap<>();
    private final TimeZoneRegistry known = TimeZoneRegistryFactory.getInstance().createRegistry();
    private final List<Entry> found = new ArrayList<>();

    private CalendarFile(Calendar calendar, ZoneId here, Instant from, Instant until, Limits limits) {
        this.calendar = calendar;
        this.here = here;
        this.from = from;
        this.until = until;
        this.limits = limits;
    }

    /**
     * Reads what takes place between two moments.
     *
     * @param here the zone of whoever reads, for whole days and times without a zone
     * @throws Unreadable with a message of its own for each limit, and for what is no calendar
     */
    public static List<Entry> read(byte[] bytes, ZoneId here, Instant from, Instant until, Limits limits) {
        if (bytes.length == 0) throw new Unreadable("ics.empty");
        if (bytes.length > limits.bytes()) throw new Unreadable("ics.bytes", limits.bytes() / 1024 / 1024);
        var text =
                new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
        if (!text.regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) throw new Unreadable("ics.none");
        try {
            // Zones are explained by us alone: the library keeps those of all files for the life of the process.
            var calendar = new CalendarBuilder(new NoZones()).build(new UnfoldingReader(new StringReader(text), true));
            return new CalendarFile(calendar, here, from, until, limits).entries();
        } catch (ParserException broken) {
            throw new Unreadable("ics.broken", broken.getLineNo());
        } catch (IOException | DateTimeException | IllegalArgumentException | IllegalStateException broken) {
            throw new Unreadable("ics.broken.somewhere");
        }
    }

    private List<Entry> entries() {
        var masters = new ArrayList<Component>();
        Map<String, List<Component>> changed = new LinkedHashMap<>();
        int count = 0;
        for (var component : calendar.getComponents()) {
            if (++count > limits.entries()) throw new Unreadable("ics.events", limits.entries());
            switch (component.getName().toUpperCase(Locale.ROOT)) {
                case "VEVENT" -> {
                    if (property(component, "RECURRENCE-ID").isEmpty()) masters.add(component);
                    else
                        changed.computeIfAbsent(id(component), any -> new ArrayList<>())
                                .add(component);
                }
                case "VFREEBUSY" -> freeBusy(component);
                default -> {}
            }
        }
        for (var master : masters) spread(master, changed.getOrDefault(id(master), List.of()));
        changed.values().forEach(each -> each.forEach(one -> spread(one, List.of())));
        return List.copyOf(found);
    }

    /** A moment as the file writes it: by the clock of a zone, or a day. */
    private record Moment(LocalDateTime clock, ZoneRules zone, boolean day) {

        Instant at() {
            return CalendarFile.at(clock, zone);
        }

        /** What the clock of another zone shows then; days are the same everywhere. */
        LocalDateTime in(ZoneRules other) {
            return day ? clock : LocalDateTime.ofInstant(at(), other.getOffset(at()));
        }
    }

    private static Instant at(LocalDateTime clock, ZoneRules zone) {
        return clock.toInstant(zone.getOffset(clock));
    }

    private void spread(Component event, List<Component> changed) {
        var begins = property(event, "DTSTART").map(this::moment).orElse(null);
        if (begins == null || "CANCELLED".equalsIgnoreCase(text(event, "STATUS"))) return;
        var ends = property(event, "DTEND").map(this::moment).orElse(null);
        var lasts = begins.day() ? days(event, begins, ends) : time(event, begins, ends);
        if (!lasts.isPositive()) return;
        for (var clock : clocks(event, begins, lasts, changed)) add(event, begins, clock, lasts);
    }

    private static Duration days(Component event, Moment begins, @Nullable Moment ends) {
        if (ends != null) {
            long days = ChronoUnit.DAYS.between(
                    begins.clock().toLocalDate(), ends.clock().toLocalDate());
            return Duration.ofDays(Math.max(1, days));
        }
        return Duration.ofDays(Math.max(1, duration(text(event, "DURATION")).toDays()));
    }

    private static Duration time(Component event, Moment begins, @Nullable Moment ends) {
        if (ends != null) return Duration.between(begins.at(), ends.at());
        return duration(text(event, "DURATION"));
    }

    private static Duration duration(String written) {
        if (written.isEmpty()) return Duration.ZERO;
        Matcher weeks = WEEKS.matcher(written);
        if (weeks.matches()) return Duration.ofDays(7L * Integer.parseInt(weeks.group(1)));
        return Duration.parse(written);
    }

    /** When it takes place, by the clock it repeats by. */
    private SortedSet<LocalDateTime> clocks(Component event, Moment begins, Duration lasts, List<Component> changed) {
        var zone = begins.zone();
        var clocks = new TreeSet<LocalDateTime>();
        clocks.add(begins.clock());
        var first = LocalDateTime.ofInstant(from, ZoneOffset.UTC).minus(lasts).minusDays(2);
        var last = LocalDateTime.ofInstant(until, ZoneOffset.UTC).plusDays(2);
        for (var rule : properties(event, "RRULE")) clocks.addAll(repeated(rule.getValue(), begins, first, last));
        for (var extra : properties(event, "RDATE")) for (var moment : moments(extra)) clocks.add(moment.in(zone));
        for (var except : properties(event, "EXDATE")) {
            for (var moment : moments(except)) {
                if (moment.day() && !begins.day())
                    clocks.removeIf(
                            clock -> clock.toLocalDate().equals(moment.clock().toLocalDate()));
                else clocks.remove(moment.in(zone));
            }
        }
        for (var other : changed)
            property(other, "RECURRENCE-ID").map(this::moment).ifPresent(moment -> clocks.remove(moment.in(zone)));
        return clocks;
    }

    private List<LocalDateTime> repeated(String rule, Moment begins, LocalDateTime first, LocalDateTime last) {
        if (OFTEN.matcher(rule).find()) throw new Unreadable("ics.often");
        int most = limits.times() - found.size() + 1;
        var dates = new Recur<LocalDateTime>(byTheSameClock(rule, begins)).getDates(begins.clock(), first, last, most);
        if (dates.size() >= most) throw tooMany();
        return dates;
    }

    /** The last moment of a rule may be written in another zone than what it ends. */
    private static String byTheSameClock(String rule, Moment begins) {
        var ends = UNTIL.matcher(rule);
        if (!ends.find()) return rule;
        var written = ends.group(1);
        LocalDateTime clock;
        if (written.length() == 8) clock = LocalDate.parse(written, DAY).atTime(23, 59, 59);
        else {
            clock = LocalDateTime.parse(written.substring(0, 15), TIME);
            if (written.endsWith("Z") && !begins.day()) {
                var at = clock.toInstant(ZoneOffset.UTC);
                clock = LocalDateTime.ofInstant(at, begins.zone().getOffset(at));
            }
        }
        return ends.replaceFirst("UNTIL=" + TIME.format(clock));
    }

    private void add(Component event, Moment begins, LocalDateTime clock, Duration lasts) {
        var starts = at(clock, begins.zone());
        // Whole days end by the clock; a time that is given lasts, whatever the clock does meanwhile.
        var ends = begins.day() ? at(clock.plus(lasts), begins.zone()) : starts.plus(lasts);
        if (!ends.isAfter(from) || !starts.isBefore(until) || !ends.isAfter(starts)) return;
        var day = begins.day() ? clock.toLocalDate() : null;
        keep(new Entry(id(event), text(event, "SUMMARY"), day, starts, ends, takesTime(event)));
    }

    private void keep(Entry entry) {
        if (found.size() >= limits.times()) throw tooMany();
        found.add(entry);
    }

    private Unreadable tooMany() {
        return new Unreadable("ics.times", limits.times());
    }

    private static boolean takesTime(Component event) {
        return !"TRANSPARENT".equalsIgnoreCase(text(event, "TRANSP"))
                && !"FREE".equalsIgnoreCase(text(event, "X-MICROSOFT-CDO-BUSYSTATUS"));
    }

    /** Some calendars publish nothing but stretches of time. */
    private void freeBusy(Component component) {
        for (var property : properties(component, "FREEBUSY")) {
            var type = property.getParameter("FBTYPE").map(Parameter::getValue).orElse("BUSY");
            if (type.equalsIgnoreCase("FREE")) continue;
            for (var period : LIST.split(property.getValue(), -1)) {
                int slash = period.indexOf('/');
                if (slash < 0) continue;
                var starts = moment(period.substring(0, slash), null).at();
                var end = period.substring(slash + 1);
                var ends = end.startsWith("P")
                        ? starts.plus(duration(end))
                        : moment(end, null).at();
                if (ends.isAfter(starts) && ends.isAfter(from) && starts.isBefore(until))
                    keep(new Entry(id(component), "", null, starts, ends, true));
            }
        }
    }

    private Moment moment(Property property) {
        return moment(property.getValue(), zoneName(property));
    }

    private List<Moment> moments(Property property) {
        var moments = new ArrayList<Moment>();
        for (var part : LIST.split(property.getValue(), -1)) {
            int slash = part.indexOf('/');
            moments.add(moment(slash < 0 ? part : part.substring(0, slash), zoneName(property)));
        }
        return moments;
    }

    private Moment moment(String written, @Nullable String zone) {
        var text = written.strip();
        if (text.length() == 8) return new Moment(LocalDate.parse(text, DAY).atStartOfDay(), here.getRules(), true);
        if (text.endsWith("Z"))
            return new Moment(
                    LocalDateTime.parse(text.substring(0, text.length() - 1), TIME), ZoneOffset.UTC.getRules(), false);
        return new Moment(LocalDateTime.parse(text, TIME), zone == null ? here.getRules() : rules(zone), false);
    }

    /** The rules of a zone: of its name, or of what it is also called, or as the file explains it. */
    private ZoneRules rules(String name) {
        var kept = zones.get(name);
        if (kept != null) return kept;
        if (zones.size() >= MOST_ZONES) return here.getRules();
        var rules = named(name).or(() -> explained(name)).orElseGet(here::getRules);
        zones.put(name, rules);
        return rules;
    }

    private Optional<ZoneRules> named(String name) {
        try {
            return Optional.of(ZoneId.of(name).getRules());
        } catch (DateTimeException unknown) {
            // Windows has names of its own, and some calendars put theirs before the common one.
            TimeZone zone = name.isBlank() ? null : known.getTimeZone(name);
            return zone == null || zone.getID().equals(name)
                    ? Optional.empty()
                    : Optional.of(ZoneId.of(zone.getID()).getRules());
        }
    }

    private Optional<ZoneRules> explained(String name) {
        for (var component : calendar.getComponents()) {
            if (component instanceof VTimeZone zone && text(zone, "TZID").equals(name)) {
                try {
                    return Optional.of(new ZoneRulesBuilder().vTimeZone(zone).build());
                } catch (RuntimeException broken) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable String zoneName(Property property) {
        return property.getParameter("TZID").map(Parameter::getValue).orElse(null);
    }

    private static String id(Component component) {
        return text(component, "UID");
    }

    private static String text(Component component, String name) {
        return property(component, name)
                .map(found -> Objects.requireNonNullElse(found.getValue(), "").strip())
                .orElse("");
    }

    private static Optional<Property> property(Component component, String name) {
        return component.getProperty(name);
    }

    private static List<Property> properties(Component component, String name) {
        return component.getProperties(name);
    }

    /** Takes note of no zone, so that nothing of a file outlives its reading. */
    private static final class NoZones implements TimeZoneRegistry {

        @Override
        public void register(TimeZone zone) {}

        @Override
        public void register(TimeZone zone, boolean update) {}

        @Override
        public void clear() {}

        @Override
        public @Nullable TimeZone getTimeZone(String id) {
            return null;
        }

        @Override
        public Map<String, ZoneRules> getZoneRules() {
            return Map.of();
        }

        @Override
        public ZoneId getZoneId(String id) {
            return ZoneOffset.UTC;
        }

        @Override
        public String getTzId(String id) {
            return id;
        }
    }
}
