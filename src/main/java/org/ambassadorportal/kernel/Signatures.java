package org.ambassadorportal.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Signs ids, so that a link in a mail opens what it is about for whoever holds it, without a sign-in. HMAC-SHA-256 with
 * a secret of 32 bytes for each purpose, made once and kept in the database; so a token that was made for one purpose
 * opens nothing else, and all nodes read the same ones. It says nothing about until when: whoever reads one looks at
 * the thing itself.
 */
@Component
public class Signatures {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String METHOD = "HmacSHA256";
    private static final int LONGEST = 100;

    private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();
    private final JdbcClient database;

    Signatures(JdbcClient database) {
        this.database = database;
    }

    /**
     * A token for an address: letters, digits, "-" and "_".
     *
     * @param purpose what the link is for; short, and the same forever
     */
    public String sign(String purpose, UUID subject) {
        var id = bytes(subject);
        var mac = mac(purpose, id);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(id.length + mac.length)
                        .put(id)
                        .put(mac)
                        .array());
    }

    /** What a token was made for; nothing when it was not made here for this purpose. */
    public Optional<UUID> read(String purpose, String token) {
        if (token.length() > LONGEST) return Optional.empty();
        byte[] signed;
        try {
            signed = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException madeUp) {
            return Optional.empty();
        }
        if (signed.length != 48) return Optional.empty();
        var id = Arrays.copyOf(signed, 16);
        var sound = MessageDigest.isEqual(mac(purpose, id), Arrays.copyOfRange(signed, 16, 48));
        if (!sound) return Optional.empty();
        var parts = ByteBuffer.wrap(id);
        return Optional.of(new UUID(parts.getLong(), parts.getLong()));
    }

    private byte[] mac(String purpose, byte[] id) {
        try {
            var mac = Mac.getInstance(METHOD);
            mac.init(new SecretKeySpec(secrets.computeIfAbsent(purpose, this::secret), METHOD));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(id);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] secret(String purpose) {
        var made = new byte[32];
        RANDOM.nextBytes(made);
        database.sql("insert into kernel_secret (purpose, secret) values (?, ?) on conflict do nothing")
                .params(purpose, made)
                .update();
        return database.sql("select secret from kernel_secret where purpose = ?")
                .param(purpose)
                .query(byte[].class)
                .single();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
