package org.ambassadorportal.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ambassadorportal.registry.AccountId;
import org.ambassadorportal.registry.Registry;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The official accounts: who answers for them, who holds access, how they grew, and who pretends to be one of them. */
@Component
@Order(2)
@Profile("local")
class RegistryRoom implements Room {

    private static final String ADMIN = Persona.ADMIN2.login();
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final int REGISTERED = 350;
    private static final int MONTHS = 12;
    private static final int ARCHIVED = 190;

    private final FrontDoor door;
    private final Registry registry;
    private final Cast cast;

    RegistryRoom(FrontDoor door, Registry registry, Cast cast) {
        this.door = door;
        this.registry = registry;
        this.cast = cast;
    }

    /** An account as the tables have it. */
    private record Account(DemoTable.Row row, Platform platform, long followers, int number) {

        /** How the year remembers its id. */
        static String key(String base, Platform platform) {
            return "account " + base + " " + platform.key();
        }

        String key() {
            return key(row.get("handle"), platform);
        }

        String handle() {
            return DemoHandle.of(platform, row.get("handle"), number);
        }

        Random chance() {
            return new Random(key().hashCode());
        }

        boolean archived() {
            return row.get("fate").equals("archived");
        }
    }

    private final List<Account> accounts = read();

    private static List<Account> read() {
        var accounts = new ArrayList<Account>();
        // The number keeps every user name apart.
        int number = 11;
        for (var row : DemoTable.read("accounts")) {
            for (var channel : row.words("channels")) {
                var parts = channel.split(":", -1);
                var platform = Platform.ofKey(parts[0]).orElseThrow();
                accounts.add(new Account(row, platform, Long.parseLong(parts[1]), number));
            }
            number++;
        }
        return List.copyOf(accounts);
    }

    /** The platforms on which the account that the tables call so is, the largest first. */
    List<Platform> platforms(String base) {
        return of(base).map(Account::platform).toList();
    }

    AccountId id(DemoYear year, String base, Platform platform) {
        return AccountId.of(year.reference(Account.key(base, platform)));
    }

    String handle(String base, Platform platform) {
        return of(base).filter(account -> account.platform() == platform)
                .map(Account::handle)
                .findFirst()
                .orElseThrow();
    }

    private Stream<Account> of(String base) {
        return accounts.stream().filter(account -> account.row().get("handle").equals(base));
    }

    @Override
    public void plan(DemoYear year) {
        accounts.forEach(account -> plan(year, account));
        DemoTable.read("impostors")
                .forEach(row -> year.at(year.on(row.number("days"), row.get("name")), () -> {
                    var reported = row.get("reported").equals("yes") ? year.workday(row.number("days")) : null;
                    door.send(
                            ADMIN,
                            Form.to("/admin/accounts")
                                    .with("name", row.get("name"))
                                    .with("address", row.get("address"))
                                    .with("impostor", true)
                                    .with("reported", reported));
                }));
    }

    private void plan(DemoYear year, Account account) {
        var registered =
                year.on(REGISTERED - account.number() % 10, account.row().get("handle"));
        year.at(registered, () -> register(year, account));
        int counted = account.archived() ? MONTHS / 2 : MONTHS;
        for (int month = 0; month < counted; month++) {
            int daysAgo = (MONTHS - month - 1) * 30 + 4;
            int passed = month;
            year.at(year.on(daysAgo, "count"), () -> count(year, account, passed, daysAgo));
        }
        int certified = 20 + account.chance().nextInt(140);
        // Every fourth owner has not answered since, and is due.
        if (!account.archived() && account.chance().nextInt(4) > 0) {
            year.at(year.on(certified, account.key()), () -> act(year, account, "certify", null));
        }
        if (account.archived()) {
            year.at(year.on(ARCHIVED, account.key()), () -> act(year, account, "archive", year.workday(ARCHIVED)));
        }
    }

    private void register(DemoYear year, Account account) {
        var row = account.row();
        var next = door.send(
                ADMIN,
                Form.to("/admin/accounts")
                        .with("name", row.get("name"))
                        .with("address", address(account))
                        .with("unit", row.get("unit"))
                        .with("administrators", administrators(account))
                        .with("language", row.get("language"))
                        .with("tags", row.get("tags"))
                        .with(
                                "opened",
                                LocalDate.parse(row.get("opened"))
                                        .plusDays(account.chance().nextInt(900))));
        var id = ID.matcher(next);
        if (!id.find()) throw new IllegalStateException(account.key() + " was led to " + next);
        year.remember(account.key(), id.group());
        act(year, account, "publish", null);
    }

    private static String address(Account account) {
        return DemoHandle.address(account.platform(), account.handle())
                .replace("linkedin.com/in/", "linkedin.com/company/");
    }

    /** People of the unit, and somebody of the team; a few accounts have but one. */
    private String administrators(Account account) {
        var chance = account.chance();
        var near = cast.members().stream()
                .filter(member -> member.unit().equals(account.row().get("unit")))
                .map(Member::mail);
        var team = List.of("marcus.bell", "priyanka.rao", "tomas.herrera");
        var ours = Member.mail(team.get(chance.nextInt(team.size())));
        int most = chance.nextInt(8) == 0 ? 1 : 2 + chance.nextInt(2);
        return Stream.concat(Stream.of(ours), near).distinct().limit(most).collect(Collectors.joining("\n"));
    }

    private void act(DemoYear year, Account account, String verb, @Nullable LocalDate archived) {
        door.send(
                ADMIN,
                Form.to("/admin/accounts/{id}/{verb}", year.reference(account.key()), verb)
                        .with("archived", archived));
    }

    private void count(DemoYear year, Account account, int month, int daysAgo) {
        var id = AccountId.of(year.reference(account.key()));
        door.by(ADMIN, () -> {
            registry.count(id, year.workday(daysAgo), followers(account, month));
            return id;
        });
    }

    /** How many followed after so many months, so that it comes to the number of the table today. */
    private static long followers(Account account, int month) {
        double left = (MONTHS - 1 - month) / (double) MONTHS;
        double noise = (new Random(account.key().hashCode() + 31L * month).nextDouble() - 0.5) * 0.006;
        return Math.max(0, Math.round(account.followers() * (Math.pow(1 + growth(account), -left) + noise)));
    }

    /** Growth in a year: young platforms gain, small accounts stand still. */
    private static double growth(Account account) {
        double size = account.followers() > 20_000 ? 0.09 : account.followers() > 4_000 ? 0.04 : 0.01;
        double platform = switch (account.platform()) {
            case X -> -0.03;
            case FACEBOOK -> 0;
            case BLUESKY -> 0.45;
            case THREADS -> 0.3;
            case TIKTOK -> 0.25;
            default -> 0.04;
        };
        return size + platform * (account.followers() > 4_000 ? 1 : 0.6);
    }
}
