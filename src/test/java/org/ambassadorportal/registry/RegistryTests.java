package org.ambassadorportal.registry;

import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.social.Claim;
import org.ambassadorportal.social.SocialProfile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The registry on a real database. */
@PortalTest
class RegistryTests {

    @Autowired
    Registry registry;

    @Autowired
    AccountVerification verification;

    @Autowired
    RegisteredClaims claims;

    @Autowired
    AccountDirectory directory;

    @Autowired
    AccountAdministration administration;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient database;

    PersonRow admin;
    UnitId unit;
    String handle;

    @BeforeEach
    void aUnit() {
        admin = people.admin();
        unit = UnitId.next();
        handle = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        database.sql("insert into organization_unit (id, name, kind, version) values (?, ?, 'DEPARTMENT', 0)")
                .params(unit.value(), "Department of " + handle)
                .update();
    }

    @Test
    void oneOfTwoWhoRegisterTheSameAddressAtOnceIsTold() throws Exception {
        Callable<String> registering = () -> {
            try {
                return does(admin, () -> registry.register(details(handle))).toString();
            } catch (Refusal taken) {
                return taken.key();
            }
        };
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(registering, registering)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers).containsOnlyOnce("registry.address.taken");
        }
    }

    @Test
    void anArchivedAddressCanBeRegisteredAgainButNotRestoredMeanwhile() {
        var first = published(handle);
        does(admin, () -> registry.archive(first, null, LocalDate.parse("2025-05-12"), null));
        does(admin, () -> registry.register(details(handle)));
        assertThatThrownBy(() -> does(admin, () -> registry.restore(first)))
                .isInstanceOf(Refusal.class)
                .hasMessage("registry.address.taken");
    }

    @Test
    void tellsWhatAnAddressIsInEachOfItsStates() {
        assertThat(word()).isEqualTo(Answer.Word.NOT_OURS);
        assertThat(claim()).isNull();
        var id = does(admin, () -> registry.register(details(handle)));
        assertThat(word()).isEqualTo(Answer.Word.UNDER_REVIEW);
        assertThat(claim()).as("what is under review is nobody's claim yet").isNull();
        does(admin, () -> registry.publish(id));
        assertThat(word()).isEqualTo(Answer.Word.OFFICIAL);
        assertThat(claim()).extracting(Claim::standing).isEqualTo(Claim.Standing.OFFICIAL);
        var answer = verification.of("https://twitter.com/" + handle.toUpperCase(java.util.Locale.ROOT) + "?s=20");
        assertThat(answer.findings().getFirst().unitName()).isEqualTo("Department of " + handle);
        assertThat(answer.findings().getFirst().due())
                .isEqualTo(answer.findings().getFirst().certified().plusDays(180));
        does(admin, () -> registry.archive(id, null, LocalDate.parse("2025-05-12"), null));
        assertThat(word()).isEqualTo(Answer.Word.ARCHIVED);
        assertThat(claim()).extracting(Claim::standing).isEqualTo(Claim.Standing.ARCHIVED);
        does(admin, () -> registry.registerImpostor(details(handle), null));
        assertThat(word()).as("the warning comes first").isEqualTo(Answer.Word.IMPOSTOR);
        assertThat(claim()).extracting(Claim::standing).isEqualTo(Claim.Standing.IMPOSTOR);
    }

    @Test
    void knowsAnEarlierNameAndLeadsToThePresentOne() {
        var id = published(handle);
        does(admin, () -> registry.edit(id, null, details(handle + "_n")));
        var finding = verification.of("x.com/" + handle).findings().getFirst();
        assertThat(finding.word()).isEqualTo(Answer.Word.RENAMED);
        assertThat(finding.instead().url()).isEqualTo("https://x.com/" + handle + "_n");
        var present = verification.of("x.com/" + handle + "_n").findings().getFirst();
        assertThat(present.word()).isEqualTo(Answer.Word.OFFICIAL);
        assertThat(present.earlier()).extracting(Answer.EarlierName::shown).containsExactly("@" + handle);
    }

    @Test
    void aBareNameFindsTheAccountsOfThatNameOnAllPlatforms() {
        published(handle);
        var other = does(admin, () -> registry.register(details("https://www.threads.com/@" + handle)));
        does(admin, () -> registry.publish(other));
        var answer = verification.of("@" + handle);
        assertThat(answer.name()).isNotNull();
        assertThat(answer.findings())
                .extracting(Answer.Finding::word)
                .containsOnly(Answer.Word.OFFICIAL)
                .hasSize(2);
        assertThat(verification.of("@" + handle + "zz").findings()).isEmpty();
    }

    @Test
    void theStableIdFindsTheAccountUnderWhateverNameItHas() {
        var channel = "UC" + (handle + "0123456789abcdefghijkl").substring(0, 22);
        var id = does(
                admin,
                () -> registry.register(new AccountDetails(
                        "Name of " + handle,
                        SocialProfile.parse("https://www.youtube.com/@" + handle)
                                .profile()
                                .orElseThrow(),
                        channel,
                        unit,
                        Set.of(admin.id()),
                        "en",
                        List.of(),
                        null)));
        does(admin, () -> registry.publish(id));
        assertThat(verification
                        .of("https://www.youtube.com/channel/" + channel)
                        .findings()
                        .getFirst()
                        .word())
                .isEqualTo(Answer.Word.OFFICIAL);
    }

    @Test
    void namesTheSuccessorOfAnArchivedAccount() {
        var old = published(handle);
        var next = published(handle + "_n");
        does(admin, () -> registry.archive(old, null, LocalDate.parse("2025-05-12"), next));
        assertThat(verification
                        .of("x.com/" + handle)
                        .findings()
                        .getFirst()
                        .instead()
                        .label())
                .isEqualTo("Name of " + handle + "_n, X");
        assertThatThrownBy(() -> does(
                        admin, () -> registry.archive(next, null, LocalDate.parse("2025-05-12"), AccountId.next())))
                .isInstanceOf(Refusal.class)
                .hasMessage("registry.successor.unknown");
    }

    @Test
    void findsAccountsByNameHandleOwnerAndAddressWithTyposInCaseAndAccents() {
        published(handle);
        for (var words :
                List.of(handle, "NAME " + handle, "départment of " + handle, "https://x.com/" + handle, "@" + handle)) {
            assertThat(found(words)).as(words).contains("Name of " + handle);
        }
        assertThat(found(handle + " nothing")).isEmpty();
        assertThat(found("100%_\\ \0 ' \" \ud800")).isEmpty();
    }

    @Test
    void aCountForADayGivesWayToALaterOneAndNoneLiesAhead() {
        var id = published(handle);
        var day = LocalDate.parse("2026-01-04");
        does(admin, () -> registry.count(id, day, 1200));
        does(admin, () -> registry.count(id, day, 1250));
        assertThat(does(admin, () -> administration.account(id)).counts())
                .extracting(AccountPage.Count::followers)
                .containsExactly(1250L);
        assertThatThrownBy(() -> does(admin, () -> registry.count(id, LocalDate.parse("2999-01-01"), 1)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void everyVerbLeavesARowInTheTrail() {
        var id = published(handle);
        does(admin, () -> registry.certify(id));
        does(admin, () -> registry.count(id, LocalDate.parse("2026-01-04"), 5));
        does(admin, () -> registry.edit(id, null, details(handle + "_n")));
        does(admin, () -> registry.archive(id, null, LocalDate.parse("2025-05-12"), null));
        assertThat(database.sql("select verb from audit_entry where subject = ? order by seq")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "account-registered",
                        "account-published",
                        "account-certified",
                        "followers-counted",
                        "account-changed",
                        "account-archived");
    }

    @Test
    void onlyAdminsKeepTheRegistry() {
        var comms = people.comms();
        assertThatThrownBy(() -> does(comms, () -> registry.register(details(handle))))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(does(people.staff(), () -> registry.published())).isNotNull();
    }

    private List<String> found(String words) {
        var filter = new AccountDirectory.Filter(new AccountSearch(words, Set.of()), PublicState.OFFICIAL, Set.of());
        return directory.page(filter, null).rows().stream()
                .map(ListedAccount::name)
                .toList();
    }

    private Answer.Word word() {
        return verification.of("x.com/" + handle).findings().getFirst().word();
    }

    private @Nullable Claim claim() {
        return claims.holderOf(SocialProfile.parse("x.com/" + handle).profile().orElseThrow())
                .orElse(null);
    }

    private AccountId published(String name) {
        var id = does(admin, () -> registry.register(details(name)));
        does(admin, () -> registry.publish(id));
        return id;
    }

    private AccountDetails details(String name) {
        var address = name.startsWith("https") ? name : "https://x.com/" + name;
        return new AccountDetails(
                "Name of " + name,
                SocialProfile.parse(address).profile().orElseThrow(),
                null,
                unit,
                Set.of(admin.id()),
                "en",
                List.of(),
                null);
    }
}
