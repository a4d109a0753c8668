package org.ambassadorportal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ambassadorportal.AmbassadorPortal;
import org.ambassadorportal.DemoTest;
import org.ambassadorportal.freeze.Freezes;
import org.ambassadorportal.organization.When;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the demo after it was filled in. */
@DemoTest
class DemoFillTests {

    /** Where profiles and posts of the demo may lie: on the networks themselves, under user names that nobody has. */
    private static final String NETWORKS = "x|twitter|linkedin|bsky|instagram|threads|youtube|facebook|tiktok|mastodon";

    @Autowired
    JdbcClient database;

    @Autowired
    Freezes freezes;

    @Autowired
    When when;

    @Test
    void aboutSixtyAmbassadorsArePublishedOnAboutFiftyTopics() {
        assertThat(count("select count(*) from directory_entry")).isBetween(55, 70);
        assertThat(count("select count(distinct topic) from directory_entry, unnest(topic_keys) topic"))
                .isBetween(35, 70);
    }

    @Test
    void pagesAreInEveryState() {
        assertThat(count("select count(*) from ambassador where paused")).isEqualTo(3);
        assertThat(count("select count(*) from ambassador where suspended_at is not null"))
                .isEqualTo(1);
        assertThat(count("select count(*) from ambassador where left_at is not null"))
                .isEqualTo(1);
        assertThat(count("select count(*) from ambassador a join person p on p.id = a.person_id"
                        + " where p.disabled and a.taken_down_at is not null"))
                .isEqualTo(1);
        assertThat(words("select distinct state from enrollment"))
                .contains("DRAFT", "SUBMITTED", "CHANGES_ASKED", "APPROVED", "DECLINED");
    }

    @Test
    void theDeskHasItemsOfEveryKindInEveryState() {
        assertThat(count("select count(*) from desk_item")).isBetween(150, 260);
        assertThat(words("select distinct kind from desk_item"))
                .contains("enrollment", "consultation", "training", "talk", "amplification", "exception", "question");
        assertThat(words("select distinct status from desk_item")).contains("NEW", "OPEN", "PENDING", "SETTLED");
        assertThat(words("select distinct outcome from desk_item where outcome is not null"))
                .contains("approved", "declined", "denied", "accepted", "answered", "withdrawn");
        assertThat(words("select distinct voice from desk_message")).contains("REQUESTER", "REPLY", "NOTE", "EVENT");
    }

    @Test
    void fourPeopleShareTheWorkAndSomeOfItIsNobodys() {
        assertThat(count("select count(distinct assignee_id) from desk_item")).isEqualTo(4);
        assertThat(count("select count(*) from desk_item where assignee_id is null and status = 'NEW'"))
                .isBetween(4, 15);
    }

    @Test
    void somethingCameInThisWeekAndSomethingAYearAgo() {
        assertThat(count("select count(*) from desk_item where received_at > now() - interval '7 days'"))
                .isGreaterThan(5);
        assertThat(count("select count(*) from desk_item where received_at < now() - interval '330 days'"))
                .isPositive();
        assertThat(count("select count(*) from desk_item where received_at > now()"))
                .isZero();
        assertThat(count("select count(*) from desk_message where said_at > now()"))
                .isZero();
    }

    @Test
    void consultationsAndAmplificationsAreInEveryState() {
        assertThat(words("select distinct state from consultation_request"))
                .containsExactlyInAnyOrder("PENDING", "ACCEPTED", "REJECTED", "CANCELED", "DONE", "NO_SHOW");
        assertThat(words("select distinct state from consultation_request where offering = 'TALK'"))
                .contains("PENDING", "ACCEPTED", "CANCELED", "DONE", "NO_SHOW");
        assertThat(count("select count(*) from consultation_request where helped is not null"))
                .isGreaterThan(5);
        assertThat(words("select distinct state from amplification_request"))
                .containsExactlyInAnyOrder("PENDING", "ACCEPTED", "REJECTED", "CANCELED");
        assertThat(count("select count(*) from amplification_run")).isGreaterThan(10);
    }

    @Test
    void exceptionsAreInEveryStateWhileAFreezeIsInForce() {
        assertThat(words("select distinct state from freeze_exception"))
                .containsExactlyInAnyOrder(
                        "IN_REVIEW", "APPROVED", "DENIED", "WITHDRAWN", "ACTIVE", "EXPIRED", "REVOKED");
        assertThat(count("select count(*) from freeze_exception where state = 'ACTIVE' and valid_until - current_date"
                        + " between 0 and 30"))
                .isPositive();
        var freeze = freezes.inForce().orElseThrow();
        assertThat(freeze.from()).isBefore(when.today().minusMonths(9));
        assertThat(freeze.until()).isEqualTo(when.today().plusMonths(7));
    }

    @Test
    void twoHundredAccountsHaveAYearOfFollowers() {
        assertThat(count("select count(*) from registry_account where kind = 'OFFICIAL' and state = 'PUBLISHED'"))
                .isBetween(185, 220);
        assertThat(count("select count(*) from registry_account where state = 'ARCHIVED'"))
                .isBetween(8, 20);
        assertThat(count("select count(*) from registry_account where kind = 'IMPOSTOR'"))
                .isEqualTo(3);
        assertThat(
                        count(
                                "select min(counts) from (select count(*) as counts from registry_follower_count c"
                                        + " join registry_account a on a.id = c.account_id where a.state = 'PUBLISHED' group by a.id) x"))
                .isEqualTo(12);
        assertThat(count("select count(*) from registry_account where state = 'PUBLISHED' and kind = 'OFFICIAL'"
                        + " and certified_at < now() - interval '180 days'"))
                .isBetween(20, 90);
    }

    @Test
    void bothPoliciesHaveTwoVersionsAndBothWereAcknowledged() {
        assertThat(count("select count(*) from policy_version where number = 2 and state = 'CURRENT'"))
                .isEqualTo(2);
        assertThat(words("select distinct v.number::text from policy_attestation a"
                        + " join policy_version v on v.id = a.version_id"))
                .containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void allMailsAreSent() {
        assertThat(count("select count(*) from email")).isGreaterThan(500);
        assertThat(words("select distinct state from email")).containsExactly("CAUGHT");
        assertThat(count("select count(*) from email where settled_at <> written_at"))
                .isZero();
    }

    @Test
    void everythingIsInTheTrail() {
        assertThat(count("select count(*) from audit_entry")).isGreaterThan(1000);
        assertThat(count("select count(*) from audit_entry where at > now()")).isZero();
    }

    @Test
    void peopleHaveAddressesThatReachNobody() {
        assertThat(count("select count(*) from person")).isBetween(90, 110);
        assertThat(words("select mail from person")).allMatch(mail -> mail.endsWith("@hospital.test"));
        assertThat(words("select name from person"))
                .contains("Suryani", "Siobhán O’Sullivan", "Lin Xiaoyu (林晓雨)", "Benjamin O'Connor");
    }

    @Test
    void theTeamHasItsRolesAndTheCenterItsUnits() {
        assertThat(count("select count(*) from person where role = 'ADMIN'")).isEqualTo(2);
        assertThat(count("select count(*) from person where role = 'COMMS'")).isEqualTo(4);
        assertThat(count("select count(*) from person where lead")).isEqualTo(1);
        assertThat(count("select count(*) from organization_unit where not closed"))
                .isBetween(40, 55);
        assertThat(count("select count(*) from organization_unit where closed")).isEqualTo(1);
        assertThat(count("select count(*) from organization_holiday")).isEqualTo(18);
    }

    @Test
    void userNamesBelongToNobody() {
        var nobody = Pattern.compile(".+[_.-]demo\\d+(\\.test|@social\\.test)?");
        assertThat(words("select handle from ambassador_profile")).isNotEmpty().allMatch(nobody.asMatchPredicate());
        assertThat(words("select handle from registry_account")).isNotEmpty().allMatch(nobody.asMatchPredicate());
        assertThat(words("select handle from freeze_exception where handle is not null"))
                .isNotEmpty()
                .allMatch(nobody.asMatchPredicate());
    }

    @Test
    void noTextLeadsToARealPlace() {
        var address = Pattern.compile("https?://([^/\\s\"?#]+)[^\\s\"]*|[\\w.+-]+@([\\w-]+\\.[\\w.-]*\\w)");
        var fine = // Calendars name the public list of time zones that theirs is taken from.
                Pattern.compile("(.*\\.)?test|localhost(:\\d+)?|www\\.tzurl\\.org|((www|m)\\.)?(" + NETWORKS
                        + ")\\.(com|app|net)");
        var found = new TreeSet<String>();
        var columns = database.sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'public' and (data_type in ('text', 'character varying', 'json', 'jsonb'))
                            and table_name not like 'flyway%' and table_name not like 'spring_session%'""").query(String.class).list();
        for (var column : columns) {
            var parts = column.split("\\.", 2);
            words("select \"" + parts[1] + "\"::text from \"" + parts[0] + "\" where \"" + parts[1]
                            + "\"::text ~ '://|@'")
                    // Calendars fold their lines.
                    .forEach(text -> address.matcher(text.replace("\r\n ", ""))
                            .results()
                            .forEach(match -> {
                                var host = match.group(1) != null ? match.group(1) : match.group(2);
                                if (!fine.matcher(host).matches()) found.add(column + ": " + host);
                            }));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aSecondFillLooksTheSame() {
        try (var second = new SpringApplicationBuilder(AmbassadorPortal.class, SecondDemoDatabase.class)
                .profiles("test", "local")
                .properties("server.port=0")
                .run()) {
            var other = second.getBean(JdbcClient.class);
            for (var sql : LOOKS) {
                assertThat(words(other, sql)).as(sql).isEqualTo(words(database, sql));
            }
        }
    }

    private static final List<String> LOOKS = List.of(
            "select concat_ws(' ', reference, kind, title, status, outcome) from desk_item"
                    + " where reference < 1150 order by reference",
            "select concat_ws(' ', d.slug, d.topics, d.languages, d.platforms) from directory_entry d order by d.slug",
            "select concat_ws(' ', a.canonical, a.name, a.state, a.kind, a.opened_on) from registry_account a"
                    + " order by a.canonical",
            "select concat_ws(' ', a.canonical, c.day, c.followers) from registry_follower_count c"
                    + " join registry_account a on a.id = c.account_id order by a.canonical, c.day",
            "select concat_ws(' ', account_name, state, valid_from, valid_until) from freeze_exception order by reference",
            "select concat_ws(' ', m.voice, m.words) from desk_message m where m.voice <> 'EVENT'"
                    + " order by m.reference, m.said_at, m.words",
            "select letter || ' ' || count(*) from email group by letter order by letter");

    private int count(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }

    private List<String> words(String sql) {
        return words(database, sql);
    }

    private static List<String> words(JdbcClient where, String sql) {
        return where.sql(sql).query(String.class).list();
    }
}
