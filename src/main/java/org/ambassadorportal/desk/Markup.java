package org.ambassadorportal.desk;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.ambassadorportal.kernel.Outbound;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * What is written at the desk, made into what is shown. The team writes Markdown, of which a safe part is understood:
 * emphasis, lists, quotations, code, links to https and mail addresses. HTML stays text, a picture becomes its words, and
 * whatever is not understood is shown as it was typed, so nothing that was written is hidden. Requesters write plain
 * text; only addresses in it become links. Templates call it {@code @markup}.
 */
@Component("markup")
class Markup {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(AutolinkExtension.create()))
            .enabledBlockTypes(Set.of(BlockQuote.class, ListBlock.class, FencedCodeBlock.class))
            .customInlineContentParserFactory(new AsTyped())
            // Far more than anybody means; without it a line of brackets could exhaust the stack.
            .maxOpenBlockParsers(20)
            .maxInlineNesting(20)
            .build();
    private static final LinkExtractor LINKS = LinkExtractor.builder()
            .linkTypes(EnumSet.of(LinkType.URL, LinkType.EMAIL))
            .build();
    private static final Pattern MAIL = Pattern.compile("mailto:[\\w.+-]{1,64}@[\\w.-]{1,255}");

    private final Outbound outbound;
    private final HtmlRenderer renderer;

    Markup(Outbound outbound) {
        this.outbound = outbound;
        this.renderer = HtmlRenderer.builder()
                .escapeHtml(true)
                .softbreak("<br>\n")
                .nodeRendererFactory(Addresses::new)
                .build();
    }

    /** What the team wrote, as HTML with no markup but that of the safe part of Markdown. */
    public String html(@Nullable String markdown) {
        return renderer.render(PARSER.parse(Objects.requireNonNullElse(markdown, "")));
    }

    /** What the team wrote, as text for a mail. */
    static String plain(String markdown) {
        return new PlainWords().of(PARSER.parse(markdown));
    }

    /** Plain text as HTML, with its addresses as links. */
    public String linked(String text) {
        var html = new StringBuilder();
        for (var span : LINKS.extractSpans(text)) {
            var words = text.substring(span.getBeginIndex(), span.getEndIndex());
            var shown = HtmlUtils.htmlEscape(words);
            var address = span instanceof LinkSpan link
                    ? address(link.getType() == LinkType.EMAIL ? "mailto:" + words : words)
                    : null;
            if (address == null) html.append(shown);
            else
                html.append("<a href=\"")
                        .append(HtmlUtils.htmlEscape(address))
                        .append("\" rel=\"nofollow noopener\">")
                        .append(shown)
                        .append("</a>");
        }
        return html.toString();
    }

    private @Nullable String address(@Nullable String destination) {
        if (destination == null) return null;
        if (MAIL.matcher(destination).matches()) return destination;
        return destination.startsWith("https://") ? outbound.to(destination) : null;
    }

    /** Whether the words of a link say where it leads. */
    static boolean says(String words, String destination) {
        return destination.equals(words) || destination.equals("mailto:" + words);
    }

    /**
     * Underscores and ampersands mean nothing: they stand in names of files and accounts, and in the names of firms. Nor
     * does an asterisk between two numbers or letters.
     */
    private static final class AsTyped implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('_', '&', '*');
        }

        @Override
        public InlineContentParser create() {
            return state -> {
                var scanner = state.scanner();
                int before = scanner.peekPreviousCodePoint();
                char mark = scanner.peek();
                scanner.next();
                boolean marks = mark == '*'
                        && !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(scanner.peekCodePoint()));
                return marks
                        ? ParsedInline.none()
                        : ParsedInline.of(new Text(String.valueOf(mark)), scanner.position());
            };
        }
    }

    /** Links that may be followed; all others, pictures and definitions as the words they are made of. */
    private final class Addresses implements NodeRenderer {

        private final HtmlNodeRendererContext context;
        private final HtmlWriter page;

        private Addresses(HtmlNodeRendererContext context) {
            this.context = context;
            this.page = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Link.class, Image.class, LinkReferenceDefinition.class);
        }

        @Override
        public void render(Node node) {
            switch (node) {
                case Link link -> link(link, Objects.requireNonNullElse(link.getDestination(), ""));
                case Image image -> {
                    children(image);
                    page.text(" (" + image.getDestination() + ")");
                }
                case LinkReferenceDefinition definition -> {
                    page.tag("p");
                    page.text("[" + definition.getLabel() + "]: " + definition.getDestination());
                    page.tag("/p");
                    page.line();
                }
                default -> children(node);
            }
        }

        private void link(Link link, String destination) {
            var address = address(destination);
            if (address == null) {
                children(link);
                if (!(link.getFirstChild() instanceof Text words && says(words.getLiteral(), destination)))
                    page.text(" (" + destination + ")");
                return;
            }
            var attributes = new LinkedHashMap<String, String>();
            attributes.put("href", address);
            attributes.put("rel", "nofollow noopener");
            page.tag("a", attributes);
            children(link);
            page.tag("/a");
        }

        private void children(Node parent) {
            for (var node = parent.getFirstChild(); node != null; node = node.getNext()) context.render(node);
        }
    }
}
