package org.ambassadorportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ambassadorportal.demo.JourneyDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.json.JsonMapper;

/**
 * Some of the Big List of Naughty Strings in a real browser: typed, sent back, sent, answered and looked at by everybody.
 * No script of it runs, and the content security policy has nothing to report, because nothing of it became markup.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles({"test", "local"})
@Import(JourneyDatabase.class)
class NaughtyBrowserTests {

    private static final Pattern REFERENCE = Pattern.compile("R-\\d{4,}");
    private static final String TITLE = "\"'><script>zq()</script><img src=x onerror=zq()>";

    /** Counts what must not happen: a script that calls, a report of the policy. */
    private static final String WATCH = "window.zqSeen = []; window.zq = () => window.zqSeen.push('a script ran');"
            + "document.addEventListener('securitypolicyviolation', e => window.zqSeen.push("
            + "e.violatedDirective + ' ' + e.blockedURI))";

    private final List<String> wrong = new ArrayList<>();

    @LocalServerPort
    int port;

    @Test
    void nothingThatIsTypedRunsAndThePolicyHasNothingToReport() throws IOException {
        var words = some();
        String reference;
        try (var staff = watched("staff")) {
            look(staff.go("/requests/new/question").type("words", words).press("Send the question"));
            assertThat(staff.page().title()).startsWith("Error:");
            assertThat(staff.page().locator("main [name=words]").inputValue()).isEqualTo(words);
            look(staff.type("title", TITLE).press("Send the question"));
            var found = REFERENCE.matcher(staff.page().url() + staff.text());
            assertThat(found.find()).isTrue();
            reference = found.group();
            look(staff.go("/requests/" + reference));
            assertThat(staff.text()).contains("<script>alert(123)</script>");
        }
        try (var comms = watched("comms")) {
            look(comms.go("/desk/question/" + reference).type("words", words).press("Send the reply"));
            look(comms.type("words", words));
            look(comms.go("/desk?q=" + address(TITLE)));
            assertThat(comms.text()).contains(TITLE);
        }
        try (var admin = watched("admin")) {
            for (var page : List.of("/desk/question/" + reference, "/admin/mail", "/admin/audit")) look(admin.go(page));
        }
        try (var anyone = watched("")) {
            for (var page : List.of("/ambassadors?q=", "/accounts?q=", "/accounts/verify?url=", "/sign-in?to=/"))
                look(anyone.go(page + address(TITLE)));
        }
        assertThat(wrong).isEmpty();
    }

    /** Those of the list that would run, and some of the rest. */
    private static String some() throws IOException {
        var all = JsonMapper.shared()
                .readValue(Files.readString(Path.of("src/test/resources/naughty/blns.json")), String[].class);
        var plain = Stream.of(all)
                .filter(text -> !text.isBlank() && text.chars().noneMatch(Character::isISOControl))
                .toList();
        var few = Stream.concat(
                plain.stream().filter(text -> text.contains("alert(123)")),
                IntStream.range(0, plain.size()).filter(at -> at % 9 == 0).mapToObj(plain::get));
        return few.filter(text -> text.equals(text.strip()) && text.length() < 200)
                .limit(60)
                .collect(Collectors.joining("\n", TITLE + "\n", "\n{{zq()}} ${zq()} [[${zq()}]] javascript:zq()"));
    }

    private Visit watched(String who) {
        var visit = Visit.to("http://localhost:" + port, 1280, false);
        visit.page().addInitScript(WATCH);
        visit.page().onDialog(dialog -> {
            wrong.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        return visit.as(who.isEmpty() ? null : who);
    }

    private void look(Visit visit) {
        var page = visit.page();
        var seen = String.valueOf(page.evaluate("() => window.zqSeen.join('; ')"));
        if (!seen.isEmpty()) wrong.add(page.url() + ": " + seen);
        visit.noted().forEach(fault -> wrong.add(page.url() + ": " + fault));
    }

    private static String address(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
