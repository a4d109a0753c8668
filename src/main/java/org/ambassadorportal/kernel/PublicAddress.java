package org.ambassadorportal.kernel;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Whether an address belongs to the public internet. Everything that IANA's registries of special addresses keep for
 * machines, houses, tests or the future does not; neither does an IPv6 address that carries such an IPv4 address in it.
 */
final class PublicAddress {

    private record Block(InetAddress prefix, int bits) {

        boolean holds(byte[] address) {
            var begin = prefix.getAddress();
            if (address.length != begin.length) return false;
            int whole = bits / 8;
            for (int at = 0; at < whole; at++) if (address[at] != begin[at]) return false;
            int rest = bits % 8;
            int mask = 0xff << (8 - rest) & 0xff;
            return rest == 0 || (address[whole] & mask) == (begin[whole] & mask);
        }
    }

    private static final Block[] SPECIAL = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Of IPv6 only what is given out to the public. */
    private static final Block GLOBAL = block("2000::/3");

    private static final Block[] SPECIAL_6 =
            blocks("2001::/23", "2001:db8::/32", "2002::/16", "3ffe::/16", "3fff::/20");

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        var bytes = address.getAddress();
        if (address instanceof Inet4Address) return none(SPECIAL, bytes);
        return address instanceof Inet6Address && GLOBAL.holds(bytes) && none(SPECIAL_6, bytes);
    }

    private static boolean none(Block[] blocks, byte[] address) {
        return Arrays.stream(blocks).noneMatch(block -> block.holds(address));
    }

    private static Block[] blocks(String... written) {
        return Arrays.stream(written).map(PublicAddress::block).toArray(Block[]::new);
    }

    private static Block block(String written) {
        int slash = written.indexOf('/');
        try {
            var prefix = InetAddress.getByName(written.substring(0, slash));
            return new Block(prefix, Integer.parseInt(written.substring(slash + 1)));
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(written, impossible);
        }
    }
}
