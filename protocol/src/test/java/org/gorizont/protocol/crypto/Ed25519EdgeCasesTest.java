// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.gorizont.protocol.model.PublicKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our own cases of vectors/ed25519.json, in both libraries. They agree except in two places, which the file names.
 * {@code anyKey}: the JDK takes keys of small and mixed order; none of them can become a school's key. {@code
 * cofactorless}: the JDK refuses an R that differs from the right one by a point of small order; the rule here, RFC 8032
 * §5.1.7 with the cofactor, accepts it. Only the owner of a key can make such signatures.
 */
class Ed25519EdgeCasesTest {
    private final Ed25519Verifier verifier = new Ed25519Verifier();

    static Stream<SignatureCase> cases() throws IOException {
        try (InputStream file = Ed25519EdgeCasesTest.class.getResourceAsStream("/vectors/ed25519.json")) {
            return SignatureCase.tests(SignatureCase.read(file)).toList().stream();
        }
    }

    static Stream<SignatureCase> badKeys() throws IOException {
        return cases().filter(vector -> vector.json().has("anyKey"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ourVerifierFollowsTheRuleW22W23(SignatureCase vector) {
        boolean accepted = verifier.verify(new PublicKey(vector.key()), vector.message(), vector.signature());

        assertEquals(vector.valid(), accepted);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theJdkDiffersOnlyWhereTheFileSaysSoW22W23(SignatureCase vector) {
        String expected = vector.text("anyKey", vector.text("cofactorless", vector.text("result", "")));

        boolean accepted = JdkEd25519.verify(
                vector.key(), vector.message(), vector.signature().bytes());

        assertEquals(expected.equals("valid"), accepted);
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void keysOfSmallOrMixedOrderAreNotUsableW23(SignatureCase vector) {
        assertFalse(verifier.isUsable(new PublicKey(vector.key())));
    }
}
