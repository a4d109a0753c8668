package org.ambassadorportal.audit;

import java.util.HexFormat;

/** A SHA-256 value. */
record Hash(String hex) {

    static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
