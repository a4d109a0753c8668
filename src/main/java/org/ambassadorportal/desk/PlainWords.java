package org.ambassadorportal.desk;

import java.util.ArrayList;
import java.util.Objects;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Markdown as people write it in a mail: dashes before what is listed, angles before what is quoted, addresses in full. */
final class PlainWords {

    String of(Node document) {
        return blocks(document, "\n\n").strip();
    }

    private String blocks(Node parent, String between) {
        var blocks = new ArrayList<String>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) blocks.add(block(node));
        return String.join(between, blocks);
    }

    private String block(Node node) {
        return switch (node) {
            case BlockQuote quote -> before(blocks(quote, "\n\n"), "> ", "> ");
            case BulletList list -> items(list, list.isTight(), null);
            case OrderedList list -> items(list, list.isTight(), list.getMarkerStartNumber());
            case FencedCodeBlock code ->
                Objects.requireNonNullElse(code.getLiteral(), "").stripTrailing();
            case LinkReferenceDefinition definition ->
                "[" + definition.getLabel() + "]: " + definition.getDestination();
            case Paragraph words -> line(words);
            default -> blocks(node, "\n\n");
        };
    }

    private String items(ListBlock list, boolean tight, @Nullable Integer first) {
        var items = new ArrayList<String>();
        int number = Objects.requireNonNullElse(first, 1);
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var mark = first == null ? "- " : number++ + ". ";
            items.add(before(blocks(item, tight ? "\n" : "\n\n"), mark, " ".repeat(mark.length())));
        }
        return String.join(tight ? "\n" : "\n\n", items);
    }

    private static String before(String text, String first, String others) {
        return first + text.replace("\n", "\n" + others);
    }

    private String line(Node parent) {
        var line = new StringBuilder();
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) line.append(words(node));
        return line.toString();
    }

    private String words(Node node) {
        return switch (node) {
            case Text text -> text.getLiteral();
            case Code code -> code.getLiteral();
            case HtmlInline html -> html.getLiteral();
            case SoftLineBreak soft -> "\n";
            case HardLineBreak hard -> "\n";
            case Image image -> line(image) + " (" + image.getDestination() + ")";
            case Link link -> {
                var words = line(link);
                var destination = Objects.requireNonNullElse(link.getDestination(), "");
                yield Markup.says(words, destination) ? words : words + " (" + destination + ")";
            }
            default -> line(node);
        };
    }
}
