package org.ambassadorportal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.ambassadorportal.kernel.Outbound;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTests {

    private final Markup markup = new Markup(url -> Outbound.safe(url) ? url : null);

    @Test
    void understandsWhatPeopleUse() {
        assertThat(markup.html("**Bold** and *light*\nnext line\n\n- one\n- two\n\n> said"))
                .isEqualToIgnoringNewLines("<p><strong>Bold</strong> and <em>light</em><br>next line</p>"
                        + "<ul><li>one</li><li>two</li></ul><blockquote><p>said</p></blockquote>");
        assertThat(markup.html("# no title")).isEqualToIgnoringNewLines("<p># no title</p>");
    }

    @Test
    void recognizesAddresses() {
        assertThat(markup.html("See https://example.org/a?b=c&d, or write to a.b@example.org."))
                .contains("<a href=\"https://example.org/a?b=c&amp;d\" rel=\"nofollow noopener\">")
                .contains("<a href=\"mailto:a.b@example.org\"");
        assertThat(markup.linked("<b> https://example.org/x, a@example.org"))
                .isEqualTo(
                        "&lt;b&gt; <a href=\"https://example.org/x\" rel=\"nofollow noopener\">https://example.org/x</a>,"
                                + " <a href=\"mailto:a@example.org\" rel=\"nofollow noopener\">a@example.org</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](//evil.example)",
                "[x](/desk)",
                "[x](http://example.org)",
                "[x](https://example.org\" onclick=\"alert(1))",
                "![x](https://example.org/x.png)",
                "<javascript:alert(1)>",
                "[x](mailto:a@b.example?bcc=c@d.example)",
                "[a]: javascript:alert(1) \"t\"\n\n[a]",
                "<a href='https://example.org' onclick='alert(1)'>x</a>",
                "```\n</code><script>alert(1)</script>\n```",
                "javascript:alert(1)//https://example.org",
                "&lt;script&gt;"
            })
    void letsNothingThroughThatCouldActOrDeceive(String typed) {
        for (var html : new String[] {markup.html(typed), markup.linked(typed)}) {
            var page = Jsoup.parse(html);
            assertThat(page.select("script, img, [onclick], [onerror], iframe, style"))
                    .isEmpty();
            assertThat(page.select("a[href]").eachAttr("href"))
                    .allMatch(href -> (href.startsWith("https://example.org") && !href.contains("\""))
                            || href.equals("mailto:a@b.example"));
            assertThat(page.select("a").stream().flatMap(link -> link.attributes().asList().stream()))
                    .allMatch(attribute -> attribute.getKey().equals("href")
                            || attribute.getKey().equals("rel"));
        }
    }

    @Test
    void hidesNothingThatWasWritten() {
        assertThat(Jsoup.parse(markup.html("[Read this](javascript:x)")).text()).isEqualTo("Read this (javascript:x)");
        assertThat(Jsoup.parse(markup.html("![A map](https://example.org/m.png)"))
                        .text())
                .isEqualTo("A map (https://example.org/m.png)");
        assertThat(Jsoup.parse(markup.html("[a]: https://example.org\n\nwords")).text())
                .contains("[a]: https://example.org", "words");
        var plain = "__init__.py, a_b_c, AT&amp;T &lt; 2 * 3 * 4, ${7*7}_${8*8}, https://example.org/a_b__c?d=e&f";
        assertThat(Jsoup.parse(markup.html(plain)).text()).isEqualTo(plain);
        assertThat(Jsoup.parse(markup.html(plain)).select("a").text()).isEqualTo("https://example.org/a_b__c?d=e&f");
    }

    @Test
    void isQuickWithWhatIsMeantToBeSlow() {
        for (var piece : new String[] {">", "[", "*a ", "**a *a ", "- ", "`", "<", "![", "](", "_a", "1. "}) {
            var typed = piece.repeat(8000 / piece.length());
            long begun = System.nanoTime();
            markup.html(typed);
            markup.linked(typed);
            Markup.plain(typed);
            assertThat(System.nanoTime() - begun).as(piece).isLessThan(2_000_000_000L);
        }
    }

    @Test
    void aMailSaysItInPlainText() {
        assertThat(Markup.plain("""
                        Hello **Tomás**,
                        see [our guide](https://example.org/guide) or https://example.org.

                        1. First
                        2. Then
                           more

                        - one
                        - two

                        > You asked
                        > this

                        `code` & <b>""")).isEqualTo("""
                        Hello Tomás,
                        see our guide (https://example.org/guide) or https://example.org.

                        1. First
                        2. Then
                           more

                        - one
                        - two

                        > You asked
                        > this

                        code & <b>""");
    }
}
