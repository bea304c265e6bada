// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Signature;
import org.junit.jupiter.api.Test;

/**
 * The Ed25519 cases of Wycheproof (C2SP/wycheproof, testvectors_v1), which are not part of this project: they are read
 * from the folder {@code -Dgorizont.wycheproof}, or from {@code shared/data/vectors/wycheproof} beside the checkout.
 * Without them {@link Ed25519EdgeCasesTest} still runs.
 */
class WycheproofTest {
    private static final String FILE = "ed25519_test.json";
    private static final int CASES = 151;

    private static Path file() {
        String given = System.getProperty("gorizont.wycheproof");
        Path beside =
                Path.of(System.getProperty("gorizont.home", ".."), "..", "shared", "data", "vectors", "wycheproof");
        return (given == null ? beside : Path.of(given)).resolve(FILE);
    }

    @Test
    void everySignatureIsJudgedAsWycheproofSaysW22() throws IOException {
        assumeTrue(Files.isReadable(file()), "Wycheproof vectors are not here; set -Dgorizont.wycheproof");
        Ed25519Verifier verifier = new Ed25519Verifier();

        List<SignatureCase> cases = cases();

        assertEquals(CASES, cases.size());
        for (SignatureCase test : cases) {
            // Other sizes cannot become a Signature, so that no verifier sees them.
            boolean whole = test.signatureBytes().size() == Signature.SIZE;
            boolean ours = whole && verifier.verify(new PublicKey(test.key()), test.message(), test.signature());
            boolean jdk = whole && JdkEd25519.verify(test.key(), test.message(), test.signatureBytes());
            assertEquals(test.valid(), ours, test::toString);
            assertEquals(test.valid(), jdk, test::toString);
        }
    }

    private static List<SignatureCase> cases() throws IOException {
        try (InputStream json = Files.newInputStream(file())) {
            return SignatureCase.groups(SignatureCase.read(json)).toList();
        }
    }
}
