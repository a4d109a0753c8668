package org.ambassadorportal.ambassador;

import static org.ambassadorportal.ambassador.AmbassadorRoom.handle;
import static org.ambassadorportal.ambassador.AmbassadorRoom.unique;
import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.PersonDisabled;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.organization.UnitRenamed;
import org.ambassadorportal.social.Claim;
import org.ambassadorportal.social.SocialProfile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** The directory and the pages of ambassadors, as everyone and as their owners. */
@PortalTest
@Import({TestPeople.class, AmbassadorRoom.class})
class DirectoryTests {

    @Autowired
    Directory directory;

    @Autowired
    Ambassadors ambassadors;

    @Autowired
    PersonalClaims claims;

    @Autowired
    OwnPage own;

    @Autowired
    AmbassadorRoom room;

    @Autowired
    TestPeople people;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void findsByTopicNameUnitTitleAndBio() {
        var topic = unique();
        var person = room.ambassador("Noor " + unique(), "Sepsis " + topic);
        assertThat(found(topic)).containsExactly(person.name());
        assertThat(found(person.name())).first().isEqualTo(person.name());
        assertThat(found(unitName(person))).containsExactly(person.name());
        assertThat(found(topic + " professor")).containsExactly(person.name());
        assertThat(found(topic + " teaching")).as("the stem of the bio").containsExactly(person.name());
        assertThat(found(topic.substring(0, 8))).as("the beginning of a word").containsExactly(person.name());
        assertThat(found(topic + " cardiology")).as("all words must fit").isEmpty();
    }

    @Test
    void findsNamesWithTyposAndAccents() {
        var family = unique();
        var person = room.ambassador("José Ñ" + family.substring(1));
        assertThat(found("jose n" + family.substring(1))).contains(person.name());
        var letters = family.toCharArray();
        char third = letters[4];
        letters[4] = letters[5];
        letters[5] = third;
        assertThat(found("n" + new String(letters).substring(1))).contains(person.name());
    }

    @Test
    void ordinaryStopWordsDoNotHide() {
        var topic = unique();
        var person = room.ambassador("Noor " + unique(), "care of the " + topic);
        assertThat(found("care of the " + topic)).containsExactly(person.name());
        assertThat(find(Search.of("the", null, null, null, null, null, null))
                        .total()
                        .counted())
                .isNotNegative();
    }

    @Test
    void theBestMatchStandsFirstAndByNameIsAnAddress() {
        var word = unique();
        var bio = room.answers("Aaa " + unique(), List.of("other"));
        var inBio = room.ambassador(new AmbassadorRoom.Answers(
                bio.name(),
                null,
                bio.title(),
                bio.unit(),
                bio.topics(),
                bio.languages(),
                "I once read of " + word,
                bio.profiles()));
        var inTopic = room.ambassador("Zzz " + unique(), word);
        assertThat(found(word)).containsExactly(inTopic.name(), inBio.name());
        assertThat(names(find(Search.of(word, null, null, null, null, "name", null))))
                .containsExactly(inBio.name(), inTopic.name());
    }

    @Test
    void filtersByPlatformUnitLanguageAndTopicAsAddresses() {
        var word = unique();
        var top = room.unit("Institute of " + unique());
        var below = room.unit("Lab of " + unique(), top);
        var one = room.ambassador(new AmbassadorRoom.Answers(
                "One " + unique(),
                null,
                "Fellow",
                below,
                List.of(word),
                List.of("English", "Yoruba"),
                null,
                List.of("bsky.app/profile/" + handle() + ".bsky.social")));
        var other = room.ambassador("Other " + unique(), word);
        assertThat(found(word)).hasSize(2);
        assertThat(names(find(Search.of(word, null, List.of("bluesky"), null, null, null, null))))
                .containsExactly(one.name());
        assertThat(names(find(Search.of(word, null, List.of("x"), null, null, null, null))))
                .containsExactly(other.name());
        assertThat(names(find(Search.of(null, null, null, top.toString(), null, null, null))))
                .as("a unit with all below it")
                .containsExactly(one.name());
        assertThat(names(find(Search.of(word, null, null, null, List.of("Yoruba"), null, null))))
                .containsExactly(one.name());
        assertThat(names(find(Search.of(null, word.toUpperCase(java.util.Locale.ROOT), null, null, null, null, null))))
                .hasSize(2);
        var search = Search.of("a&b=c", word, List.of("x", "nonsense"), "nonsense", List.of("Yoruba"), "name", null);
        assertThat(search.path())
                .isEqualTo("/ambassadors?q=a%26b%3Dc&topic=" + word + "&platform=x&language=Yoruba&sort=name");
    }

    @Test
    void countsExactlyAndSaysOfWhat() {
        var word = unique();
        room.ambassador("One " + unique(), word);
        room.ambassador("Two " + unique(), word);
        var found = find(Search.of(word, null, null, null, null, null, null));
        assertThat(found.total().label()).isEqualTo("2");
        assertThat(found.platforms()).anySatisfy(choice -> {
            assertThat(choice.value()).isEqualTo("x");
            assertThat(choice.count()).isEqualTo(2);
        });
        assertThat(get("/ambassadors?q=" + word))
                .hasStatusOk()
                .bodyText()
                .contains("2 ambassadors for “" + word + "”", "<mark>" + word + "</mark>");
    }

    @Test
    void pagesGoOnWithoutGapsOrDoubles() {
        var word = unique();
        var everyone = new ArrayList<String>();
        for (int n = 0; n < 45; n++)
            everyone.add(room.ambassador("Person " + unique(), word).name());
        for (var sort : new String[] {null, "name"}) {
            var seen = new ArrayList<String>();
            String after = null;
            do {
                var page = find(Search.of(word, null, null, null, null, sort, after));
                seen.addAll(names(page));
                after = page.people().next();
            } while (after != null);
            assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(everyone);
        }
        assertThat(names(find(Search.of(word, null, null, null, null, null, "made-up-position"))))
                .hasSize(Directory.ON_A_PAGE);
    }

    @Test
    void anEmptyResultHelps() {
        var topic = "endo" + unique();
        room.ambassador("Noor " + unique(), topic);
        var typo = topic.substring(0, 6) + topic.substring(7);
        var page = parse(get("/ambassadors?q=zz" + unique()));
        assertThat(page.selectFirst(".empty").text()).contains("Nobody was found", "See everyone");
        assertThat(parse(get("/ambassadors?q=" + typo))
                        .selectFirst("#found-page")
                        .text())
                .contains(topic);
        var filtered = parse(get("/ambassadors?q=" + topic + "&platform=tiktok"));
        assertThat(filtered.selectFirst(".empty").text()).contains("without filters");
        assertThat(filtered.select(".near").text()).contains("Looking for a spokesperson?", "734-764-2220");
    }

    @Test
    void htmxGetsTheListAlone() {
        var answer = mvc.get()
                .uri("/ambassadors?q=" + unique())
                .header("HX-Request", "true")
                .header("HX-Target", "found-page")
                .exchange();
        assertThat(answer)
                .hasStatusOk()
                .bodyText()
                .contains("id=\"found-page\"")
                .doesNotContain("<html");
    }

    @Test
    void oddAddressesAreHarmless() {
        for (var query : List.of(
                "q=%00",
                "q=%ED%A0%80",
                "q=%27%29%3B--",
                "q=" + "x".repeat(5000),
                "unit=%27",
                "after=%FF",
                "after=" + org.ambassadorportal.kernel.Cursor.of("x", "y", "z").text(),
                "platform=x%27&platform=",
                "language=%25",
                "topic=%5B",
                "q=%26%7C%21%3A%2A%28",
                "sort=drop")) {
            assertThat(get("/ambassadors?" + query).getResponse().getStatus())
                    .as(query)
                    .isIn(200, 400);
        }
    }

    @Test
    void aPageShowsWhatIsPublicWithItsLinksAndWords() {
        var person = room.ambassador(room.answers(
                "Amara " + unique(), List.of("sepsis", "sleep"), "x.com/" + handle(), "linkedin.com/in/a-" + unique()));
        var answer = get("/ambassadors/" + room.slug(person));
        assertThat(answer).hasStatusOk();
        var page = parse(answer);
        assertThat(page.selectFirst("h1").text()).isEqualTo(person.name() + ", MD");
        assertThat(page.selectFirst("main").text())
                .contains(
                        "Clinical professor",
                        "sepsis",
                        "in English",
                        "I teach by day.",
                        "Opinions are " + person.name() + "’s own");
        assertThat(page.select(".topics a").eachAttr("href"))
                .containsExactly("/ambassadors?topic=sepsis", "/ambassadors?topic=sleep");
        assertThat(page.select(".places a")).hasSize(2).allSatisfy(link -> {
            assertThat(link.attr("rel")).contains("noopener").contains("nofollow");
            assertThat(link.attr("href")).startsWith("https://");
        });
        assertThat(page.selectFirst("meta[property=og:title]").attr("content")).contains(person.name());
        assertThat(page.selectFirst("meta[property=og:description]").attr("content"))
                .contains("sepsis");
        assertThat(page.selectFirst("meta[property=og:url]").attr("content"))
                .endsWith("/ambassadors/" + room.slug(person));
        assertThat(page.html()).doesNotContain(person.mail()).doesNotContain("Suspend this page");
    }

    @Test
    void theContactCardIsADownloadWithoutMail() {
        var person = room.ambassador("Amara " + unique());
        var card = get("/ambassadors/" + room.slug(person) + ".vcf");
        assertThat(card).hasStatusOk().hasContentType("text/vcard;charset=UTF-8");
        assertThat(card)
                .headers()
                .hasValue("Content-Disposition", "attachment; filename=\"" + room.slug(person) + ".vcf\"");
        assertThat(card)
                .bodyText()
                .contains("BEGIN:VCARD", "FN:" + person.name())
                .doesNotContain(person.mail());
    }

    @Test
    void whatIsPrivateLeaksNowhere() {
        var unit = room.unit("Department of " + unique());
        var answers = new AmbassadorRoom.Answers(
                "Canary " + unique(),
                "CREDENTIALS-" + unique(),
                "TITLE-" + unique(),
                unit,
                List.of("TOPIC-" + unique()),
                List.of("LANGUAGE-" + unique()),
                "BIO-" + unique(),
                List.of("x.com/" + handle(), "linkedin.com/in/hidden-" + unique()));
        var person = room.ambassador(answers);
        var page = does(person, () -> own.editable(person.id()));
        var keep = page.profiles().getFirst().addressKey();
        var form = new PageForm(
                answers.topics().getFirst(),
                answers.languages().getFirst(),
                answers.bio(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(keep),
                page.version());
        does(person, () -> own.edit(person.id(), form, EnrollingTests.errors(form)));
        var slug = room.slug(person);
        var canaries = Stream.of(
                        person.mail(),
                        answers.credentials(),
                        answers.title(),
                        answers.topics().getFirst(),
                        answers.languages().getFirst(),
                        answers.bio(),
                        "linkedin.com/in/hidden")
                .toList();
        for (var path : List.of(
                "/ambassadors/" + slug,
                "/ambassadors/" + slug + ".vcf",
                "/ambassadors?q=" + answers.name().replace(" ", "+"),
                "/")) {
            var text = text(get(path));
            canaries.forEach(canary -> assertThat(text).as(path).doesNotContainIgnoringCase(canary));
        }
        canaries.stream()
                .filter(canary -> !canary.contains("@"))
                .forEach(canary -> assertThat(found(canary)).as(canary).doesNotContain(answers.name()));
        assertThat(found(answers.name())).contains(answers.name());
        var hidden = SocialProfile.parse(answers.profiles().get(1)).profile().orElseThrow();
        assertThat(claims.holderOf(hidden)).isEmpty();
    }

    @Test
    void aPausedPageIsNotFoundAndNotInTheDirectory() {
        var person = room.ambassador("Amara " + unique());
        assertThat(owner(person, "/me/pause")).hasStatus(303);
        assertThat(get("/ambassadors/" + room.slug(person))).hasStatus(404);
        assertThat(get("/ambassadors/" + room.slug(person) + ".vcf")).hasStatus(404);
        assertThat(found(person.name())).doesNotContain(person.name());
        assertThat(mvc.get().uri("/me").with(as(person))).bodyText().contains("Paused", "Show my page again");
        assertThat(owner(person, "/me/resume")).hasStatus(303);
        assertThat(get("/ambassadors/" + room.slug(person))).hasStatusOk();
        assertThat(found(person.name())).first().isEqualTo(person.name());
    }

    @Test
    void whoHasLeftIsGoneWithAKindWordAndNoName() {
        var handle = "x.com/" + handle();
        var person = room.ambassador(room.answers("Amara " + unique(), List.of("sepsis"), handle));
        var slug = room.slug(person);
        assertThat(mvc.get().uri("/me/leave").with(as(person)))
                .hasStatusOk()
                .bodyText()
                .contains("Leave the program?");
        assertThat(owner(person, "/me/leave")).hasStatus(303);
        var gone = get("/ambassadors/" + slug);
        assertThat(gone).hasStatus(410).bodyText().contains("no longer here").doesNotContain(person.name(), "Error");
        assertThat(get("/ambassadors/" + slug + ".vcf")).hasStatus(410);
        assertThat(get("/ambassadors/" + slug + "/photo")).hasStatus(404);
        assertThat(found(person.name())).doesNotContain(person.name());
        assertThat(mvc.get().uri("/me").with(as(person)))
                .hasStatusOk()
                .bodyText()
                .contains("You are not an ambassador yet");
        assertThat(room.ambassador(room.answers("Other " + unique(), List.of("sepsis"), handle)))
                .as("the handle is free")
                .isNotNull();
    }

    @Test
    void whoLeftCanComeBack() {
        var answers = room.answers("Amara " + unique(), List.of("sepsis"));
        var person = room.ambassador(answers);
        var slug = room.slug(person);
        owner(person, "/me/leave");
        room.approve(room.sent(person, answers));
        assertThat(room.slug(person)).isEqualTo(slug);
        assertThat(get("/ambassadors/" + slug)).hasStatusOk();
    }

    @Test
    void disablingAPersonTakesTheirPageDown() {
        var person = room.ambassador("Amara " + unique());
        does(
                people.admin(),
                () -> transaction.executeWithoutResult(
                        status -> events.publishEvent(new PersonDisabled(person.id(), java.time.Instant.EPOCH))));
        assertThat(get("/ambassadors/" + room.slug(person)))
                .hasStatus(410)
                .bodyText()
                .doesNotContain(person.name());
        assertThat(found(person.name())).doesNotContain(person.name());
    }

    @Test
    void aFormerAddressLeadsToThePresentOne() {
        var answers = room.answers("Amara " + unique(), List.of("sepsis"));
        var person = room.ambassador(answers);
        var former = room.slug(person);
        var renamed = new AmbassadorRoom.Answers(
                "Amina " + unique(),
                null,
                answers.title(),
                answers.unit(),
                answers.topics(),
                answers.languages(),
                answers.bio(),
                answers.profiles());
        room.approve(does(person, () -> enroll(person, renamed)));
        var present = room.slug(person);
        assertThat(present).isNotEqualTo(former);
        assertThat(get("/ambassadors/" + former)).hasStatus(301).hasRedirectedUrl("/ambassadors/" + present);
        assertThat(found(renamed.name())).contains(renamed.name());
        assertThat(found(answers.name())).doesNotContain(renamed.name());
    }

    @Autowired
    Enrolling enrolling;

    private org.ambassadorportal.desk.Reference enroll(PersonRow person, AmbassadorRoom.Answers answers) {
        return room.enroll(person.id(), answers);
    }

    @Test
    void aRenamedUnitIsFoundByItsNewName() {
        var person = room.ambassador("Amara " + unique());
        var before = unitName(person);
        var after = "Center for " + unique();
        var unit = new org.ambassadorportal.organization.UnitId(
                database.sql("select unit_id from ambassador where person_id = ?")
                        .param(person.id().value())
                        .query(java.util.UUID.class)
                        .single());
        database.sql("update organization_unit set name = ? where id = ?")
                .params(after, unit.value())
                .update();
        does(
                people.admin(),
                () -> transaction.executeWithoutResult(status ->
                        events.publishEvent(new UnitRenamed(unit, List.of("name"), java.time.Instant.EPOCH))));
        assertThat(found(after)).containsExactly(person.name());
        assertThat(found(before)).doesNotContain(person.name());
        assertThat(found("teach " + person.name())).as("the bio is still there").containsExactly(person.name());
    }

    @Test
    void theOwnerChangesTopicsAtOnceAndAStaleFormShowsBoth() {
        var person = room.ambassador("Amara " + unique());
        var page = does(person, () -> own.editable(person.id()));
        var key = page.profiles().getFirst().addressKey();
        var topic = unique();
        assertThat(edit(person, page.version(), topic, key)).hasStatus(303);
        assertThat(found(topic)).containsExactly(person.name());
        assertThat(edit(person, page.version(), "stale words", key))
                .hasStatus(409)
                .bodyText()
                .contains("stale words", topic);
        assertThat(edit(person, page.version() + 1, "", key))
                .hasStatus(422)
                .bodyText()
                .contains("Name at least one topic");
        var nobodys = edit(person, page.version() + 1, "sleep", "x:nobody");
        assertThat(nobodys).hasStatus(422).bodyText().contains("Show at least one profile");
    }

    @Test
    void anotherPersonReachesNothingOfIt() {
        var other = people.staff();
        assertThat(mvc.get().uri("/me/page").with(as(other))).hasStatus(404);
        assertThat(owner(other, "/me/pause")).hasStatus(404);
        assertThat(owner(other, "/me/leave")).hasStatus(404);
        assertThat(mvc.get().uri("/me").with(as(other)))
                .hasStatusOk()
                .bodyText()
                .contains("You are not an ambassador yet");
    }

    @Test
    void theOwnProfileIsAnsweredForWhilePublished() {
        var handle = handle();
        var person = room.ambassador(room.answers("Amara " + unique(), List.of("sepsis"), "x.com/" + handle));
        var profile = SocialProfile.parse("twitter.com/" + handle).profile().orElseThrow();
        assertThat(claims.holderOf(profile))
                .hasValue(new Claim(Claim.Standing.PERSONAL, person.name(), "/ambassadors/" + room.slug(person)));
        owner(person, "/me/pause");
        assertThat(claims.holderOf(profile)).isEmpty();
    }

    @Test
    void theSitesFiguresCountWhatIsPublished() {
        var topic = unique();
        var before = ambassadors.counts();
        room.ambassador("One " + unique(), topic);
        var paused = room.ambassador("Two " + unique(), topic.toUpperCase(java.util.Locale.ROOT));
        assertThat(ambassadors.counts()).satisfies(now -> {
            assertThat(now.ambassadors()).isEqualTo(before.ambassadors() + 2);
            assertThat(now.topics()).isEqualTo(before.topics() + 1);
        });
        assertThat(ambassadors.topics(200)).anySatisfy(row -> {
            assertThat(row.name()).isEqualToIgnoringCase(topic);
            assertThat(row.ambassadors()).isEqualTo(2);
        });
        owner(paused, "/me/pause");
        assertThat(ambassadors.counts().ambassadors()).isEqualTo(before.ambassadors() + 1);
        assertThat(ambassadors.byChance(3)).hasSizeBetween(1, 3);
    }

    @Test
    void thePhotographIsServedWithItsTag() {
        var person = people.staff("Amara " + unique());
        var unit = "Department of " + unique();
        room.unit(unit);
        var you = new YouForm(
                person.name(),
                null,
                "Professor",
                unit,
                "sepsis",
                "English",
                null,
                new org.springframework.mock.web.MockMultipartFile(
                        "photo", "a.png", "image/png", AmbassadorRoom.picture(300, 300)),
                null);
        does(person, () -> enrolling.you(person.id(), you, EnrollingTests.errors(you)));
        var typed = EnrollingTests.typed("x.com/" + handle());
        does(person, () -> enrolling.profiles(person.id(), typed, EnrollingTests.errors(typed)));
        does(
                person,
                () -> enrolling.show(
                        person.id(), new VisibilityForm(true, true, true, true, true, true, List.of("x"))));
        room.readPolicies(person);
        room.approve(does(person, () -> enrolling.send(person.id(), null, null)));
        var photo = get("/ambassadors/" + room.slug(person) + "/photo");
        assertThat(photo)
                .hasStatusOk()
                .hasContentType("image/jpeg")
                .headers()
                .hasValue("X-Content-Type-Options", "nosniff");
        assertThat(photo.getResponse().getHeader("Cache-Control"))
                .contains("max-age=3600")
                .contains("public");
        var tag = photo.getResponse().getHeader("ETag");
        assertThat(mvc.get().uri("/ambassadors/" + room.slug(person) + "/photo").header("If-None-Match", tag))
                .hasStatus(304);
        assertThat(get("/ambassadors/" + room.slug(person)))
                .bodyText()
                .contains("/photo?v=")
                .contains("og:image");
    }

    private MvcTestResult edit(PersonRow person, long version, String topics, String profile) {
        return mvc.post()
                .uri("/me/page")
                .param("topics", topics)
                .param("languages", "English")
                .param("bio", "")
                .param("showTopics", "true")
                .param("profiles", profile)
                .param("version", String.valueOf(version))
                .with(as(person))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult owner(PersonRow person, String path) {
        return mvc.post().uri(path).with(as(person)).with(csrf()).exchange();
    }

    private String unitName(PersonRow person) {
        return database.sql(
                        "select u.name from ambassador a join organization_unit u on u.id = a.unit_id where person_id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
    }

    private FoundPage find(Search search) {
        return directory.find(search);
    }

    private List<String> found(String words) {
        return names(find(Search.of(words, null, null, null, null, null, null)));
    }

    private static List<String> names(FoundPage page) {
        return page.people().rows().stream()
                .map(row -> row.card().name().replaceAll(", MD$", ""))
                .toList();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(java.net.URI.create(path)).exchange();
    }

    private static Document parse(MvcTestResult answer) {
        return Jsoup.parse(text(answer));
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
