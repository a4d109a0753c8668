package org.ambassadorportal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebLinksTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example.org/story?id=7&x=a#top",
                "http://example.org",
                "HTTPS://Example.ORG/Path",
                "https://de.example.org/wiki/Zürich",
                "https://example.org:8443/a%20b"
            })
    void keepsAnAddressOnTheWeb(String typed) {
        assertThat(WebLinks.read(typed)).contains(typed);
    }

    @Test
    void addsTheSchemeThatPeopleLeaveOut() {
        assertThat(WebLinks.read(" news.example.org/story ")).contains("https://news.example.org/story");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)//.example.org",
                "java\tscript:alert(1)",
                "https://example.org/\tx",
                "data:text/html,<script>alert(1)</script>",
                "data:text/html;base64,PHNjcmlwdD4.x",
                "vbscript:msgbox(1)",
                "//example.org",
                "/requests",
                "\\\\example.org",
                "https:\\\\example.org",
                "https://example.org@evil.example.com/",
                "https://localhost/admin",
                "ftp://example.org/",
                "mailto:a@example.org",
                "file:///etc/passwd",
                "https://exa mple.org",
                "https://exam\u200bple.org",
                "https://",
                "just words",
                ""
            })
    void refusesEverythingElse(String typed) {
        assertThat(WebLinks.read(typed)).isEmpty();
    }
}
