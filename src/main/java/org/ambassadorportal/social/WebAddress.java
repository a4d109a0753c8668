package org.ambassadorportal.social;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ambassadorportal.social.Problem.Kind;

/**
 * A web address taken apart, as far as reading profiles needs it. Scheme, query and fragment are gone, but for {@code #!},
 * whose rest is a path, and the query's {@code id}.
 *
 * @param text the address as it was pasted
 * @param host in small letters, without port; empty for the end of an address typed into a platform's own field
 */
record WebAddress(String text, String host, List<Segment> path, String query) {

    /** A piece of the path between slashes; {@code raw} as pasted, {@link #text()} with percent signs decoded. */
    record Segment(String raw) {

        String text() throws Refused {
            return Letters.trim(Letters.compose(decoded(raw)));
        }

        /** For comparing with a platform's own words; what cannot be decoded is none of them. */
        String word() {
            return Letters.fold(raw);
        }
    }

    static WebAddress of(String text) throws Refused {
        if (text.indexOf('\\') >= 0) {
            throw Problem.of(Kind.BAD_ADDRESS, "\\").refused();
        }
        String rest = withoutScheme(text);
        int end = firstOf(rest, "/?#");
        return split(text, host(rest.substring(0, end)), rest.substring(end));
    }

    /** The end of an address, as some people type it: {@code /name}, {@code in/name}, {@code profile.php?id=1}. */
    static WebAddress endingWith(String text) throws Refused {
        return split(text, "", text);
    }

    /** The value of a parameter of the query, as pasted. */
    Optional<String> parameter(String name) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(pair.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    /** The segment as a part to point at, with its slash where the pasted text has it. */
    String part(Segment segment) {
        String withSlash = "/" + segment.raw();
        return text.contains(withSlash) ? withSlash : segment.raw();
    }

    String hostAsTyped() {
        String typed = Problem.of(Kind.BAD_ADDRESS, host).within(text).part();
        return text.contains(typed) ? typed : text;
    }

    /** Writes a handle into a path; slashes stay. */
    static String encoded(String handle) {
        return URLEncoder.encode(handle, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%40", "@")
                .replace("%3A", ":");
    }

    /**
     * An address of ours with its letters and digits written out. Other signs stay encoded: written out they could mean
     * something else in an address, or not be seen at all.
     */
    static String readable(String address) {
        try {
            String text = decoded(address);
            return text.codePoints().allMatch(WebAddress::plain) ? text : address;
        } catch (Refused notEncoded) {
            return address;
        }
    }

    private static boolean plain(int sign) {
        return sign < 0x80
                ? sign > ' ' && sign != '%'
                : Character.isLetterOrDigit(sign)
                        || sign == '·'
                        || sign == '’'
                        || Character.getType(sign) == Character.NON_SPACING_MARK
                        || Character.getType(sign) == Character.COMBINING_SPACING_MARK;
    }

    static int firstOf(String text, String signs) {
        for (int at = 0; at < text.length(); at++) {
            if (signs.indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return text.length();
    }

    private static String withoutScheme(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        for (String scheme : List.of("https:", "http:")) {
            if (small.startsWith(scheme)) {
                int at = scheme.length();
                while (at < text.length() && text.charAt(at) == '/') {
                    at++;
                }
                return text.substring(at);
            }
        }
        return text;
    }

    private static String host(String authority) throws Refused {
        int signIn = authority.lastIndexOf('@');
        if (signIn >= 0) {
            throw Problem.of(Kind.BAD_ADDRESS, authority.substring(0, signIn + 1))
                    .refused();
        }
        for (int letter : authority.codePoints().toArray()) {
            if (Letters.isInvisible(letter)) {
                throw Problem.of(Kind.INVISIBLE_CHARACTER, Character.toString(letter))
                        .refused();
            }
        }
        int colon = authority.indexOf(':');
        if (colon >= 0) {
            String port = authority.substring(colon);
            if (!port.equals(":443") && !port.equals(":80")) {
                throw Problem.of(Kind.BAD_ADDRESS, port).refused();
            }
        }
        String host = (colon < 0 ? authority : authority.substring(0, colon)).toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static WebAddress split(String text, String host, String rest) throws Refused {
        int hash = rest.indexOf('#');
        String fragment = hash < 0 ? "" : rest.substring(hash + 1);
        String shown = fragment.startsWith("!") ? fragment.substring(1) : hash < 0 ? rest : rest.substring(0, hash);
        int question = shown.indexOf('?');
        String path = question < 0 ? shown : shown.substring(0, question);
        List<Segment> segments = new ArrayList<>();
        for (String piece : path.split("/", -1)) {
            if (piece.equals(".") || piece.equals("..")) {
                throw Problem.of(Kind.BAD_ADDRESS, piece).refused();
            }
            if (!piece.isBlank()) {
                segments.add(new Segment(piece));
            }
        }
        return new WebAddress(text, host, List.copyOf(segments), question < 0 ? "" : shown.substring(question + 1));
    }

    private static String decoded(String raw) throws Refused {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < raw.length()) {
            if (raw.charAt(at) != '%') {
                text.append(raw.charAt(at++));
                continue;
            }
            int end = at;
            while (end < raw.length() && raw.charAt(end) == '%') {
                end = Math.min(end + 3, raw.length());
            }
            text.append(utf8(raw.substring(at, end)));
            at = end;
        }
        return text.toString();
    }

    /** Decodes a run of {@code %XX}. */
    private static String utf8(String run) throws Refused {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(run.length() / 3);
            for (int at = 0; at < run.length(); at += 3) {
                bytes.put((byte) Integer.parseUnsignedInt(run, at + 1, at + 3, 16));
            }
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (IndexOutOfBoundsException | NumberFormatException | CharacterCodingException notEncoded) {
            throw Problem.of(Kind.BAD_ADDRESS, run).refused();
        }
    }
}
