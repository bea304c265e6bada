// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.identity.NextLink;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Signed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crash at any moment of a change of keys leaves an identity to start under: the old one, or the new one. */
final class KeyChangeTest {
    private static final RecoverySheet SHEET = new RecoverySheet(NodeIdentityTest.bytes(32, 7));

    @TempDir
    private Path temp;

    private NodeIdentity before;
    private Signed<Link> link;
    private IdentityChain after;

    @BeforeEach
    void prepare() throws Exception {
        before = NewNode.create(data(), seed(1), SHEET, NodeIdentityTest.bytes(16, 2));
        PublicKey key = KeyChange.prepare(data(), 1, seed(3));
        link = NextLink.make(before.chain(), SHEET, key, List.of()).orElseThrow();
        List<Signed<Link>> links = new ArrayList<>(before.chain().links());
        links.add(link);
        after = new IdentityChain(
                before.school(), before.chain().genesisBytes(), before.chain().genesis(), links);
    }

    @Test
    void endsInTheOldKeysBeforeTheStoreHasTakenTheLink() throws Exception {
        assertEquals(before.chain(), started(Optional.empty()).chain());

        assertTrue(KeyChange.complete(data(), link.value(), SHEET.sealingSeed(1)));

        assertEquals(before.chain(), started(Optional.of(before.chain())).chain());
    }

    @Test
    void endsInTheNewKeysOnceTheStoreHasTakenTheLink() throws Exception {
        KeyChange.complete(data(), link.value(), SHEET.sealingSeed(1));

        NodeIdentity started = started(Optional.of(after));

        assertEquals(after, started.chain());
        assertEquals(after.signingKey(), started.signer().publicKey());
        assertEquals(after, NodeIdentity.load(data()).chain());
    }

    @Test
    void endsInTheNewKeysWhenTheChainFileHasFollowed() throws Exception {
        KeyChange.complete(data(), link.value(), SHEET.sealingSeed(1));
        KeyChange.follow(data(), after);

        assertEquals(after, started(Optional.of(after)).chain());
        assertEquals(after, started(Optional.of(before.chain())).chain());
    }

    @Test
    void refusesALinkToOtherKeysThanWerePrepared() throws Exception {
        assertFalse(KeyChange.complete(data(), link.value(), seed(9)));
        KeyChange.prepare(data(), 1, seed(4));

        assertFalse(KeyChange.complete(data(), link.value(), SHEET.sealingSeed(1)));
    }

    @Test
    void staysUnderTheOldKeysWhenSomebodyElseHasChangedThem() throws Exception {
        KeyChange.complete(data(), link.value(), SHEET.sealingSeed(1));
        KeyChange.prepare(data(), 1, seed(4));

        assertEquals(before.chain(), started(Optional.of(after)).chain());
    }

    @Test
    void keepsThePreparedKeyForItsOwnerAlone() throws Exception {
        Path file = data().resolve("identity").resolve("signing-1.seed");

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    private NodeIdentity started(Optional<IdentityChain> stored) throws IdentityRefused {
        return KeyChange.finished(data(), NodeIdentity.load(data()), stored);
    }

    private Path data() {
        return temp.resolve("school");
    }

    private static Bytes seed(int value) {
        return NodeIdentityTest.bytes(32, value);
    }
}
