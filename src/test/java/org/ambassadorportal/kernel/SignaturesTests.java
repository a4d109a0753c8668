package org.ambassadorportal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.ambassadorportal.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class SignaturesTests {

    @Autowired
    Signatures signatures;

    @Autowired
    JdbcClient database;

    @Test
    void readsWhatItSignedForThisPurposeAlone() {
        var id = UUID.randomUUID();
        var token = signatures.sign("test", id);
        assertThat(token).matches("[\\w-]{64}");
        assertThat(signatures.read("test", token)).contains(id);
        assertThat(signatures.read("another", token)).isEmpty();
    }

    @Test
    void readsNothingThatWasChanged() {
        var token = signatures.sign("test", UUID.randomUUID());
        for (int at = 0; at < token.length(); at++) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            assertThat(signatures.read("test", token.substring(0, at) + other + token.substring(at + 1)))
                    .isEmpty();
        }
        for (var madeUp : new String[] {"", "x", token + "A", "=".repeat(64), "A".repeat(10_000)})
            assertThat(signatures.read("test", madeUp)).isEmpty();
    }

    @Test
    void hasOneSecretForAllNodes() {
        var id = UUID.randomUUID();
        assertThat(new Signatures(database).read("test", signatures.sign("test", id)))
                .contains(id);
    }
}
