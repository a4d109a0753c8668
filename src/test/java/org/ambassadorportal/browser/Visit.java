package org.ambassadorportal.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A visit of one person to the portal with a browser: goes, presses, looks, takes pictures, and notes every fault. */
final class Visit implements AutoCloseable {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Two styles that the checker sets while it measures, by their hashes; the policy refuses them, after it is done. */
    private static final List<String> STYLES_OF_AXE = List.of(
            "sha256-1poxiVQ4r17qSLTVXhxOiMI7eg3n3gGYa9SQX+M6aWw=",
            "sha256-2FMn2Zx6PuH5tdBQDRNwrOo60ts5wWPC9R8jK67b3t4=");

    private final String origin;
    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    private Visit(String origin, BrowserContext context) {
        this.origin = origin;
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            // The status of a page that says "not found" is no fault of the page.
            boolean status = message.text().startsWith("Failed to load resource");
            boolean axe = STYLES_OF_AXE.stream().anyMatch(message.text()::contains);
            if (message.type().equals("error") && !status && !axe) faults.add("console: " + message.text());
        });
        page.onPageError(error -> faults.add("script: " + error));
    }

    static Visit to(String origin, int width, boolean dark) {
        var context = Chromium.start()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, width < 600 ? 844 : 900)
                        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                        .setTimezoneId("America/Detroit")
                        .setLocale("en-US"));
        context.setDefaultTimeout(15_000);
        return new Visit(origin, context);
    }

    /** Signs in with one press, as the demo offers it; {@code null} stays anonymous. */
    Visit as(@Nullable String person) {
        if (person == null) return this;
        go("/sign-in");
        page.click("button[name=user][value=" + person + "]");
        page.waitForLoadState(LoadState.LOAD);
        return this;
    }

    Page page() {
        return page;
    }

    Visit go(String path) {
        page.navigate(origin + path);
        return this;
    }

    /** Follows the first link with these words. */
    Visit follow(String words) {
        page.locator("main a", new Page.LocatorOptions().setHasText(words))
                .first()
                .click();
        page.waitForLoadState(LoadState.LOAD);
        return this;
    }

    /** Presses the button with these words. */
    Visit press(String words) {
        page.locator("main button", new Page.LocatorOptions().setHasText(words))
                .first()
                .click();
        page.waitForLoadState(LoadState.LOAD);
        return this;
    }

    /** Types into the field with this name. */
    Visit type(String field, String text) {
        page.locator("main [name='" + field + "']").first().fill(text);
        return this;
    }

    Visit choose(String field, String value) {
        page.locator("main [name='" + field + "'][value='" + value + "']")
                .first()
                .check();
        return this;
    }

    String text() {
        return page.locator("main").innerText();
    }

    /** Waits until htmx has put in what it fetched; the address changes a moment before. */
    Visit swapped() {
        return until("!document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added')");
    }

    /** Waits for something on the page, asked from outside: the page's own policy lets no text run as script in it. */
    Visit until(String condition) {
        return until(condition, 10);
    }

    Visit until(String condition, int seconds) {
        for (int looks = 0; looks < seconds * 10; looks++) {
            if (holds(condition)) return this;
            page.waitForTimeout(100);
        }
        throw new AssertionError("never true on " + page.url() + ": " + condition);
    }

    private boolean holds(String condition) {
        try {
            return Boolean.TRUE.equals(page.evaluate("!!(" + condition + ")"));
        } catch (PlaywrightException leaving) {
            return false;
        }
    }

    /** Goes with the Tab key until this element, or one of these, has the focus. */
    Keyboard reach(String selector) {
        for (int presses = 0; presses < 150; presses++) {
            boolean there = (Boolean) page.evaluate(
                    "selector => document.activeElement !== null && document.activeElement.matches(selector)",
                    selector);
            if (there) return page.keyboard();
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no key leads to " + selector + " on " + page.url());
    }

    /** What the console said since it was last asked. */
    List<String> noted() {
        var found = List.copyOf(faults);
        faults.clear();
        return found;
    }

    /** Everything axe, the console and the layout have against the present page. */
    List<String> faults() {
        var found = new ArrayList<>(faults);
        faults.clear();
        new AxeBuilder(page)
                .withTags(RULES)
                .analyze()
                .getViolations()
                .forEach(violation -> violation
                        .getNodes()
                        .forEach(node -> found.add("axe " + violation.getId() + ": " + node.getHtml())));
        var sideways =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (sideways instanceof Number wide && wide.intValue() > 0) found.add("scrolls sideways by " + wide);
        return found;
    }

    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(file)
                .setFullPage(true)
                // Hiding the caret would need an inline style, which the portal's own policy forbids.
                .setCaret(ScreenshotCaret.INITIAL));
    }

    @Override
    public void close() {
        context.close();
    }
}
