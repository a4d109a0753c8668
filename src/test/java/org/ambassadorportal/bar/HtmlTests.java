package org.ambassadorportal.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import nu.validator.validation.SimpleDocumentValidator;
import org.ambassadorportal.DemoTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/**
 * Every page that one can come to by pressing links is HTML as the standard has it, by the W3C's own checker. Its
 * warnings, which are advice, are left aside, and so are the attributes of htmx, which are not of the standard.
 */
@DemoTest
class HtmlTests {

    @SuppressWarnings("unused")
    private static final List<String> EVERYBODY = Tours.WHO;

    private static final String HTML5 = "http://s.validator.nu/html5-rdfalite.rnc";

    private static final SimpleDocumentValidator CHECKER = new SimpleDocumentValidator(true, false, false);

    @Autowired
    Tours tours;

    @BeforeAll
    static void readTheStandard() throws Exception {
        var wrong = new LinkedHashSet<String>();
        withRoom(() -> CHECKER.setUpMainSchema(HTML5, new Errors("the standard", wrong)));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("EVERYBODY")
    void everyPageIsHtmlAsTheStandardHasIt(String who) throws Exception {
        var faults = new LinkedHashSet<String>();
        var pages = tours.of(who).pages().filter(HtmlTests::isWhole).toList();
        withRoom(() -> {
            for (var stop : pages) check(stop, faults);
        });
        assertThat(pages).isNotEmpty();
        assertThat(faults).isEmpty();
    }

    /** Parts that are put into a page have no head of their own. */
    private static boolean isWhole(Tour.Stop stop) {
        return stop.body().contains("<html");
    }

    private static void check(Tour.Stop stop, Set<String> faults) throws Exception {
        CHECKER.setUpValidatorAndParsers(new Errors(stop.kind(), faults), false, false);
        var page = new InputSource(new StringReader(stop.body()));
        page.setSystemId("http://localhost" + stop.address());
        CHECKER.checkHtmlInputSource(page);
    }

    /** The standard is read by deep recursion, for which the stack of a test is too small. */
    private static void withRoom(Work work) throws Exception {
        var task = new FutureTask<@Nullable Void>(() -> {
            work.run();
            return null;
        });
        new Thread(null, task, "html", 64L << 20).start();
        task.get();
    }

    private interface Work {
        void run() throws Exception;
    }

    /** One line for each fault of a kind of page: its pages have it in common. */
    private record Errors(String kind, Set<String> faults) implements ErrorHandler {

        @Override
        public void warning(SAXParseException advice) {}

        @Override
        public void error(SAXParseException error) {
            if (!error.getMessage().startsWith("Attribute “hx-")) faults.add(kind + ": " + error.getMessage());
        }

        @Override
        public void fatalError(SAXParseException error) {
            error(error);
        }
    }
}
