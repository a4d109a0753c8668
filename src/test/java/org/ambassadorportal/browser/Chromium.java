package org.ambassadorportal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The browser that is installed on this machine, started once for all tests. Where there is none the tests are
 * skipped and say so; with {@code CI} set they fail instead.
 */
final class Chromium {

    private static final List<String> WITHOUT_THE_OUTSIDE = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Browser running;

    private Chromium() {}

    static synchronized Browser start() {
        if (running != null) return running;
        var installed = installed();
        if (System.getenv("CI") != null) {
            assertThat(installed).as("CI has a Chromium").isNotNull();
        }
        assumeTrue(installed != null, "No Chromium is installed: the tests that look at pages are skipped");
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed)
                        .setArgs(WITHOUT_THE_OUTSIDE));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        running = browser;
        return browser;
    }

    private static @Nullable Path installed() {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> Stream.of(Path.of("/usr/bin", name), Path.of("/usr/local/bin", name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
