package org.ambassadorportal.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A browser without a window, down to the bytes: it sends requests as they are written, also wrong ones, keeps cookies,
 * and fills forms in.
 */
public final class Wire {

    /** An answer of the server. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            var values = headers.get(name.toLowerCase(Locale.ROOT));
            return values == null ? "" : String.join(", ", values);
        }

        /** The cookies that this answer sets. */
        String cookies() {
            return header("set-cookie");
        }

        public Document page() {
            return Jsoup.parse(body);
        }

        public String text() {
            return page().select("main").text();
        }
    }

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> extra = new LinkedHashMap<>();

    public Wire(int port) {
        this.port = port;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public Wire header(String name, String value) {
        extra.put(name, value);
        return this;
    }

    public Answer get(String path) {
        return send("GET", path, "localhost", "");
    }

    public Answer head(String path) {
        return send("HEAD", path, "localhost", "");
    }

    /** Sends a form as it stands, without a token. */
    public Answer post(String path, Map<String, String> fields) {
        return send("POST", path, "localhost", encoded(fields));
    }

    /** Opens a page and sends its form in {@code main}, with these fields filled in. */
    public Answer fill(String path, Map<String, String> fields) {
        return submit(get(path), fields);
    }

    /** Sends the first form in {@code main} of a page, with these fields filled in. */
    public Answer submit(Answer page, Map<String, String> fields) {
        var form = page.page().selectFirst("main form");
        if (form == null) throw new AssertionError("no form in: " + page.text());
        var all = new LinkedHashMap<String, String>();
        form.select("input[type=hidden]").forEach(field -> all.put(field.attr("name"), field.attr("value")));
        all.putAll(fields);
        return post(form.attr("action"), all);
    }

    public Answer signIn(String mail, String password) {
        return fill("/sign-in", Map.of("mail", mail, "password", password));
    }

    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public Answer send(String method, String path, String host, String body) {
        var head = new StringBuilder(
                method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: text/html\r\nConnection: close\r\n");
        if (!cookies.isEmpty()) {
            head.append("Cookie: ")
                    .append(cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")))
                    .append("\r\n");
        }
        extra.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!body.isEmpty() || method.equals("POST")) {
            if (!extra.containsKey("Content-Type")) head.append("Content-Type: application/x-www-form-urlencoded\r\n");
            head.append("Content-Length: ")
                    .append(body.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
        }
        return raw(head + "\r\n" + body);
    }

    /** Sends these characters and reads the answer to its end. */
    public Answer raw(String request) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return read(socket.getInputStream().readAllBytes());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Answer read(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        var lines = (end < 0 ? text : text.substring(0, end)).split("\r\n");
        var headers = new LinkedHashMap<String, List<String>>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.computeIfAbsent(lines[i].substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(lines[i].substring(colon + 1).strip());
        }
        headers.getOrDefault("set-cookie", List.of()).forEach(this::keep);
        var body = end < 0 ? "" : text.substring(end + 4);
        if (headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) body = unchunked(body);
        int status = lines[0].isEmpty() ? 0 : Integer.parseInt(lines[0].split(" ")[1]);
        return new Answer(status, headers, body);
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        boolean gone = cookie.contains("Max-Age=0") || pair[1].isEmpty();
        if (gone) cookies.remove(pair[0]);
        else cookies.put(pair[0], pair[1]);
    }

    /** Good enough for a page: the sizes of the chunks are bytes, so they are only used to find the lines between. */
    private static String unchunked(String body) {
        return body.replaceAll("(?m)(^|\\r\\n)[0-9a-fA-F]+\\r\\n", "");
    }
}
