package org.ambassadorportal.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The words of a policy, in Markdown with Unix line ends. The hash is over exactly these words, so that everyone can
 * check what was acknowledged.
 */
record PolicyText(String markdown) {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    PolicyText {
        markdown = markdown.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** SHA-256 of the words in UTF-8, in small hexadecimal digits. */
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(markdown.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /**
     * HTML with no markup but that of Markdown. Its highest headings stand one level below the page's own title,
     * whatever level they were written with.
     */
    String html() {
        var document = PARSER.parse(markdown);
        var headings = new ArrayList<Heading>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(heading);
            }
        });
        int highest = headings.stream().mapToInt(Heading::getLevel).min().orElse(2);
        headings.forEach(heading -> heading.setLevel(Math.min(6, heading.getLevel() - highest + 2)));
        return RENDERER.render(document);
    }
}
