// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.SealingKey;
import org.junit.jupiter.api.Test;

final class BackupCipherTest {
    private static final Bytes PAPER = seed(1);
    private static final Bytes KEY = seed(2);
    private static final BackupHeader HEADER = BackupHeader.make(SealingKeys.publicKey(PAPER), KEY, seed(3));
    private static final byte[] CONTENT = {1, 2, 3, 4, 5};

    private final BackupCipher cipher = new BackupCipher(KEY, HEADER);
    private final byte[] sealed = cipher.seal(7, false, CONTENT, CONTENT.length);

    @Test
    void thePaperOpensTheHeaderAndNobodyElseDoes() {
        BackupHeader read = BackupHeader.read(HEADER.exact());

        assertEquals(HEADER, read);
        assertEquals(Optional.of(KEY), read.open(PAPER));
        assertEquals(Optional.empty(), read.open(seed(4)));
        for (int i = 18; i < BackupHeader.SIZE; i++) {
            byte[] changed = HEADER.exact().toArray();
            changed[i] ^= 1;
            assertEquals(
                    Optional.empty(), BackupHeader.read(Bytes.wrap(changed)).open(PAPER), "byte " + i);
        }
    }

    @Test
    void tellsItsVersionAndWhatIsNoBackup() {
        assertEquals(Optional.of(1), BackupHeader.version(HEADER.exact()));
        assertEquals(Optional.of(12), version("gorizont backup 12\nrest"));
        assertEquals(Optional.empty(), version("gorizont bundle 1\n"));
        assertEquals(Optional.empty(), version("gorizont backup 1"));
        assertEquals(Optional.empty(), version("gorizont backup 9999999999\n"));
        assertEquals(Optional.empty(), version(""));
    }

    @Test
    void opensAPieceOnlyInItsPlaceAndItsFile() {
        BackupCipher other = new BackupCipher(KEY, BackupHeader.make(SealingKeys.publicKey(PAPER), KEY, seed(9)));

        assertArrayEquals(CONTENT, cipher.open(7, false, sealed, sealed.length));
        assertNull(cipher.open(8, false, sealed, sealed.length));
        assertNull(cipher.open(7, true, sealed, sealed.length));
        assertNull(cipher.open(7, false, sealed, sealed.length - 1));
        assertNull(cipher.open(7, false, sealed, BackupCipher.TAG - 1));
        assertNull(other.open(7, false, sealed, sealed.length));
    }

    @Test
    void everyFlippedBitIsFound() {
        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertNull(cipher.open(7, false, changed, changed.length), "bit " + bit);
        }
    }

    @Test
    void aLastPieceMayBeEmpty() {
        byte[] end = cipher.seal(0, true, CONTENT, 0);

        assertEquals(BackupCipher.TAG, end.length);
        assertArrayEquals(new byte[0], cipher.open(0, true, end, end.length));
    }

    @Test
    void refusesARecipientOfSmallOrder() {
        SealingKey zero = new SealingKey(Bytes.zeros(SealingKey.SIZE));

        assertThrows(IllegalArgumentException.class, () -> BackupHeader.make(zero, KEY, seed(3)));
    }

    private static Optional<Integer> version(String text) {
        return BackupHeader.version(Bytes.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Bytes seed(int value) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) value);
        return Bytes.wrap(seed);
    }
}
