// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.crypto.SealingKeys;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.model.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeIdentityTest {
    private static final RecoverySheet SHEET = new RecoverySheet(bytes(32, 7));

    @TempDir
    Path temp;

    static Bytes bytes(int size, int value) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) value);
        return Bytes.wrap(bytes);
    }

    private Path data() {
        return temp.resolve("school");
    }

    private NodeIdentity create() throws IdentityRefused {
        return NewNode.create(data(), bytes(32, 1), SHEET, bytes(16, 2));
    }

    @Test
    void isReadBackAsItWasMade() throws Exception {
        NodeIdentity made = create();

        NodeIdentity read = NodeIdentity.load(data());

        assertEquals(made.chain(), read.chain());
        assertEquals(made.signer().publicKey(), read.signer().publicKey());
        assertEquals(SHEET.sealingSeed(0), read.sealingSeed());
        assertEquals(read.chain().sealingKey(), SealingKeys.publicKey(read.sealingSeed()));
    }

    @Test
    void signsAsTheKeyOfItsChain() throws Exception {
        NodeIdentity identity = create();
        Bytes content = bytes(5, 5);

        assertTrue(new Ed25519Verifier()
                .verify(
                        identity.chain().signingKey(),
                        SigningContext.HEAD,
                        content,
                        identity.signer().sign(SigningContext.HEAD, content)));
    }

    @Test
    void showsTheSameKeyInItsCertificate() throws Exception {
        NodeIdentity identity = create();
        byte[] encoded = identity.certificate().getPublicKey().getEncoded();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(identity.tlsKey());
        signature.update((byte) 1);
        byte[] signed = signature.sign();
        signature.initVerify(identity.certificate());
        signature.update((byte) 1);

        assertTrue(signature.verify(signed));
        assertEquals(
                identity.chain().signingKey().bytes(),
                Bytes.copyOf(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
        identity.certificate().verify(identity.certificate().getPublicKey());
        assertEquals(
                "9999-12-31T23:59:59Z",
                identity.certificate().getNotAfter().toInstant().toString());
    }

    @Test
    void neverReplacesAnIdentity() throws Exception {
        NodeIdentity first = create();

        assertThrows(IdentityRefused.class, () -> NewNode.create(data(), bytes(32, 9), SHEET, bytes(16, 9)));

        assertEquals(first.chain(), NodeIdentity.load(data()).chain());
    }

    @Test
    void takesOverAfterACrashInTheMiddleOfMakingOne() throws Exception {
        Files.createDirectories(data().resolve("identity.new"));
        Files.writeString(data().resolve("identity.new").resolve("signing-0.seed"), "half");

        NodeIdentity made = create();

        assertEquals(made.chain(), NodeIdentity.load(data()).chain());
    }

    @Test
    void theSheetIsInNoFile() throws Exception {
        create();

        try (Stream<Path> files = Files.walk(data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (Bytes secret : List.of(bytes(32, 7), SHEET.backupSeed(), SHEET.sealingSeed(1))) {
                    assertFalse(content.contains(secret.hex()), file.toString());
                    assertFalse(
                            content.contains(new String(secret.toArray(), StandardCharsets.ISO_8859_1)),
                            file.toString());
                }
            }
        }
    }

    @Test
    void isForItsOwnerAlone() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        create();

        assertEquals("rwx------", permissions(data()));
        assertEquals("rwx------", permissions(data().resolve("identity")));
        assertEquals("rw-------", permissions(data().resolve("identity/signing-0.seed")));
        assertEquals("rw-------", permissions(data().resolve("identity/sealing-0.seed")));
        assertEquals("rw-------", permissions(data().resolve("lineage.token")));
    }

    @Test
    void refusesASeedThatOthersCanRead() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        create();
        Path seed = data().resolve("identity/signing-0.seed");
        Files.setPosixFilePermissions(seed, PosixFilePermissions.fromString("rw-r-----"));

        IdentityRefused refused = assertThrows(IdentityRefused.class, () -> NodeIdentity.load(data()));

        assertTrue(String.valueOf(refused.getMessage()).contains("chmod 600"));
    }

    @Test
    void refusesSeedsOfAnotherIdentity() throws Exception {
        create();
        Path seed = data().resolve("identity/signing-0.seed");
        Files.writeString(seed, bytes(32, 3).hex() + "\n");

        assertThrows(IdentityRefused.class, () -> NodeIdentity.load(data()));

        Files.writeString(seed, "not a seed");
        assertThrows(IdentityRefused.class, () -> NodeIdentity.load(data()));
    }

    @Test
    void refusesADamagedOrMissingChain() throws Exception {
        create();
        Path chain = data().resolve("identity/chain");
        byte[] bytes = Files.readAllBytes(chain);
        bytes[bytes.length / 2] ^= 1;
        Files.write(chain, bytes);

        assertThrows(IdentityRefused.class, () -> NodeIdentity.load(data()));

        Files.delete(chain);
        IdentityRefused refused = assertThrows(IdentityRefused.class, () -> NodeIdentity.load(data()));
        assertTrue(String.valueOf(refused.getMessage()).contains("gorizont init"));
    }

    @Test
    void showsNoSecretInText() throws Exception {
        NodeIdentity identity = create();

        assertFalse(identity.toString().contains(identity.sealingSeed().hex()));
        assertEquals("Seeds", new Seeds(bytes(32, 1), bytes(32, 2)).toString());
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
