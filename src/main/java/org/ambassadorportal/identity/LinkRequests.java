package org.ambassadorportal.identity;

import java.time.Duration;
import org.springframework.stereotype.Service;

/**
 * Takes requests for sign-in links. Whether there is somebody to send one to can be seen neither in the answer nor in
 * the time it takes: a request that has nothing to do waits as long as one that writes a mail.
 */
@Service
class LinkRequests {

    private static final Duration ALWAYS = Duration.ofMillis(400);

    private final SignInLinks links;
    private final Tries tries;

    LinkRequests(SignInLinks links, Tries tries) {
        this.links = links;
        this.tries = tries;
    }

    @ForAnyone
    void take(String mail, String onward, String network) {
        long end = System.nanoTime() + ALWAYS.toNanos();
        if (tries.link(mail, network)) links.ask(mail, onward);
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
