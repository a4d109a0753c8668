package org.ambassadorportal.kernel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The one way by which the portal fetches what stands at an address that a person typed. It speaks http and https alone,
 * and connects to public addresses alone: the addresses that a name resolves to are checked when it connects, all of
 * them, so that a name which changes in between leads nowhere else. Redirects are followed by hand, each through the
 * same checks. Time, size and headers are limited. Host names in {@code portal.outbound.allowed-hosts} may lead inside
 * the house. Nothing it says or logs holds the address.
 */
@Component
public class GuardedClient implements DisposableBean {

    /**
     * What it may cost.
     *
     * @param connect the longest wait for a connection
     * @param silence the longest wait for the next byte
     * @param whole the longest time for all of it, redirects included
     * @param bytes the largest answer
     */
    record Limits(Duration connect, Duration silence, Duration whole, int bytes) {

        static final Limits USUAL =
                new Limits(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(15), 5 * 1024 * 1024);
    }

    /** Asks for the addresses of a name. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** What stood there. */
    public static final class Fetched {

        private final byte @Nullable [] body;
        private final @Nullable String mark;

        private Fetched(byte @Nullable [] body, @Nullable String mark) {
            this.body = body;
            this.mark = mark;
        }

        /** Whether it is what was seen before, so that there is nothing new to read. */
        public boolean isSame() {
            return body == null;
        }

        /** The bytes; none when it is what was seen before. */
        public byte[] body() {
            return body == null ? new byte[0] : body.clone();
        }

        /** By which the server knows this version, if it has a mark for it. */
        public @Nullable String mark() {
            return mark;
        }
    }

    private static final int MOST_REDIRECTS = 3;
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_HEADER = 8 * 1024;
    private static final int LONGEST_MARK = 500;

    private final Set<String> allowed;
    private final Names names;
    private final Limits limits;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch;

    @Autowired
    GuardedClient(OutboundSettings settings) {
        this(settings.allowedHosts(), InetAddress::getAllByName, Limits.USUAL);
    }

    GuardedClient(Collection<String> allowed, Names names, Limits limits) {
        this.allowed = Set.copyOf(allowed);
        this.names = names;
        this.limits = limits;
        this.client = client();
        this.watch = new ScheduledThreadPoolExecutor(
                1, work -> Thread.ofPlatform().daemon().name("guarded-client").unstarted(work));
    }

    private CloseableHttpClient client() {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Guard())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_HEADER)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connect()))
                        .setSocketTimeout(Timeout.of(limits.silence()))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(limits.whole()))
                        .setResponseTimeout(Timeout.of(limits.silence()))
                        .setRedirectsEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                // A connection serves one request, so each is checked.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                // Small on the way could be huge once it is unpacked.
                .disableContentCompression()
                .setUserAgent("AmbassadorPortal")
                .build();
    }

    /**
     * Fetches what stands at an address.
     *
     * @param mark of the version seen before, if one was
     * @throws CannotFetch in words, when it may not or cannot be had
     */
    public Fetched get(URI address, @Nullable String mark) {
        long end = System.nanoTime() + limits.whole().toNanos();
        var next = checked(address);
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var answer = ask(next, mark, end);
            if (answer.redirect() == null) return Objects.requireNonNull(answer.fetched());
            next = followed(next, answer.redirect());
        }
        throw new CannotFetch("outbound.redirects", MOST_REDIRECTS);
    }

    private record Answer(
            @Nullable Fetched fetched, @Nullable String redirect) {}

    private static URI checked(URI address) {
        var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || address.getHost() == null || address.getRawUserInfo() != null)
            throw new CannotFetch("outbound.address");
        return address;
    }

    private static URI followed(URI from, String to) {
        try {
            var next = checked(from.resolve(to));
            boolean weaker = "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(next.getScheme());
            if (weaker) throw new CannotFetch("outbound.weaker");
            return next;
        } catch (IllegalArgumentException broken) {
            throw new CannotFetch("outbound.address");
        }
    }

    private Answer ask(URI address, @Nullable String mark, long end) {
        var request = new HttpGet(address);
        if (mark != null) request.setHeader("If-None-Match", mark);
        var late = new AtomicBoolean();
        var alarm = watch.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                Math.max(1, end - System.nanoTime()),
                TimeUnit.NANOSECONDS);
        try {
            return client.execute(request, response -> read(response, mark));
        } catch (CannotFetch said) {
            throw said;
        } catch (Inside inside) {
            throw new CannotFetch("outbound.inside");
        } catch (UnknownHostException unknown) {
            throw new CannotFetch("outbound.unknown");
        } catch (IOException | IllegalStateException failed) {
            throw new CannotFetch(late.get() || isSilence(failed) ? "outbound.slow" : "outbound.failed");
        } finally {
            alarm.cancel(false);
        }
    }

    private static boolean isSilence(Exception failed) {
        return failed instanceof InterruptedIOException;
    }

    private Answer read(ClassicHttpResponse response, @Nullable String mark) throws IOException {
        int status = response.getCode();
        if (status == 304 && mark != null) return new Answer(new Fetched(null, mark), null);
        var next = header(response, "Location");
        if (status >= 300 && status < 400 && next != null && !next.isBlank()) return new Answer(null, next);
        if (status != 200) throw new CannotFetch("outbound.status", String.valueOf(status));
        var seen = header(response, "ETag");
        var body = body(response);
        return new Answer(new Fetched(body, seen == null || seen.length() > LONGEST_MARK ? null : seen), null);
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private byte[] body(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null) return new byte[0];
        if (entity.getContentLength() > limits.bytes()) throw tooLarge();
        try (InputStream in = entity.getContent()) {
            var body = new ByteArrayOutputStream();
            var part = new byte[8192];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                body.write(part, 0, read);
                if (body.size() > limits.bytes()) throw tooLarge();
            }
            return body.toByteArray();
        }
    }

    private CannotFetch tooLarge() {
        return new CannotFetch("outbound.large", limits.bytes() / 1024 / 1024);
    }

    @Override
    public void destroy() throws IOException {
        watch.shutdownNow();
        client.close();
    }

    /** The name leads to an address that is not public. */
    private static final class Inside extends UnknownHostException {}

    /** Asked by the connection itself, which then connects to nothing but what it is told here. */
    private final class Guard implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var found = names.of(host);
            if (allowed.contains(host.toLowerCase(Locale.ROOT))) return found;
            for (var address : found) if (!PublicAddress.is(address)) throw new Inside();
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
