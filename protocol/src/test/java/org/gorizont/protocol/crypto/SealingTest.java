// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SealedBody;
import org.gorizont.protocol.model.SealedKey;
import org.gorizont.protocol.model.SealingKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {
    private static final SchoolId ALICE = new SchoolId(new Hash(seed(0xa0)));
    private static final SchoolId BOB = new SchoolId(new Hash(seed(0xb0)));
    private static final Bytes ALICE_KEY = seed(1);
    private static final Bytes BOB_KEY = seed(2);
    private static final Bytes CONTENT = Bytes.wrap("кабинет химии, 15 человек".getBytes(StandardCharsets.UTF_8));

    private static Bytes seed(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return Bytes.wrap(bytes);
    }

    private static Sealing.Recipient recipient(SchoolId school, Bytes privateKey) {
        return new Sealing.Recipient(school, 4, SealingKeys.publicKey(privateKey), seed(0x40 + privateKey.at(0)));
    }

    private static SealedBody sealed() {
        return Sealing.seal(CONTENT, seed(0x33), List.of(recipient(ALICE, ALICE_KEY), recipient(BOB, BOB_KEY)));
    }

    @Test
    void everyNamedSchoolReadsTheContent() {
        assertEquals(Optional.of(CONTENT), Sealing.open(sealed(), ALICE, ALICE_KEY));
        assertEquals(Optional.of(CONTENT), Sealing.open(sealed(), BOB, BOB_KEY));
    }

    @Test
    void emptyContentCanBeSealed() {
        SealedBody body = Sealing.seal(Bytes.empty(), seed(0x33), List.of(recipient(ALICE, ALICE_KEY)));

        assertEquals(Optional.of(Bytes.empty()), Sealing.open(body, ALICE, ALICE_KEY));
    }

    @Test
    void nobodyElseReadsIt() {
        SchoolId mallory = new SchoolId(new Hash(seed(0xee)));

        assertEquals(Optional.empty(), Sealing.open(sealed(), mallory, seed(9)));
        assertEquals(Optional.empty(), Sealing.open(sealed(), mallory, ALICE_KEY));
        assertEquals(Optional.empty(), Sealing.open(sealed(), ALICE, BOB_KEY));
    }

    @Test
    void sameBytesInGiveSameBytesOut() {
        assertEquals(sealed(), sealed());
    }

    @Test
    void keyIsBoundToSchoolAndEpoch() {
        SealedKey key = sealed().keys().getFirst();

        SealedKey otherEpoch = new SealedKey(ALICE, key.epoch() + 1, key.encapsulated(), key.wrapped());
        SealedKey otherSchool = new SealedKey(BOB, key.epoch(), key.encapsulated(), key.wrapped());

        assertEquals(Optional.empty(), Sealing.open(with(otherEpoch), ALICE, ALICE_KEY));
        assertEquals(Optional.empty(), Sealing.open(with(otherSchool), BOB, ALICE_KEY));
    }

    @Test
    void noBitCanBeChanged() {
        SealedBody body = sealed();
        SealedKey key = body.keys().getFirst();

        for (int bit = 0; bit < body.ciphertext().size() * 8; bit++) {
            SealedBody changed = new SealedBody(1, 1, flip(body.ciphertext(), bit), body.keys());
            assertEquals(Optional.empty(), Sealing.open(changed, ALICE, ALICE_KEY));
        }
        for (int bit = 0; bit < key.wrapped().size() * 8; bit++) {
            SealedKey changed = new SealedKey(ALICE, key.epoch(), key.encapsulated(), flip(key.wrapped(), bit));
            assertEquals(Optional.empty(), Sealing.open(with(changed), ALICE, ALICE_KEY));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 47})
    void shortCiphertextIsRefused(int size) {
        SealedBody body = sealed();

        SealedBody cut = new SealedBody(1, 1, body.ciphertext().slice(0, size), body.keys());

        assertEquals(Optional.empty(), Sealing.open(cut, ALICE, ALICE_KEY));
    }

    @Test
    void otherSuiteCannotBeOpened() {
        SealedBody body = sealed();

        assertEquals(
                Optional.empty(), Sealing.open(new SealedBody(1, 2, body.ciphertext(), body.keys()), ALICE, ALICE_KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void w23SmallOrderKeysAreNotUsable(String hex) {
        SealingKey small = new SealingKey(Bytes.ofHex(hex));
        SealedKey key = sealed().keys().getFirst();

        assertFalse(SealingKeys.isUsable(small));
        assertThrows(
                IllegalArgumentException.class,
                () -> Sealing.seal(CONTENT, seed(3), List.of(new Sealing.Recipient(ALICE, 0, small, seed(4)))));
        assertEquals(
                Optional.empty(),
                Sealing.open(with(new SealedKey(ALICE, key.epoch(), small.bytes(), key.wrapped())), ALICE, ALICE_KEY));
    }

    @Test
    void ordinaryKeysAreUsable() {
        assertTrue(SealingKeys.isUsable(SealingKeys.publicKey(ALICE_KEY)));
    }

    /** RFC 9180, appendix A.2.1, first encryption. */
    @Test
    void libraryGivesTheVectorOfRfc9180() throws InvalidCipherTextException {
        HPKE hpke = new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
        var context = hpke.setupBaseS(
                hpke.deserializePublicKey(hex("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a")),
                hex("4f6465206f6e2061204772656369616e2055726e"),
                hpke.deriveKeyPair(hex("909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b")));

        byte[] ciphertext =
                context.seal(hex("436f756e742d30"), hex("4265617574792069732074727574682c20747275746820626561757479"));

        assertEquals(
                "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a",
                Bytes.wrap(context.getEncapsulation()).hex());
        assertEquals(
                "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28",
                Bytes.wrap(ciphertext).hex());
    }

    private static byte[] hex(String hex) {
        return Bytes.ofHex(hex).toArray();
    }

    private static SealedBody with(SealedKey key) {
        return new SealedBody(1, 1, sealed().ciphertext(), List.of(key));
    }

    private static Bytes flip(Bytes bytes, int bit) {
        byte[] changed = bytes.toArray();
        changed[bit / 8] ^= (byte) (1 << (bit % 8));
        return Bytes.wrap(changed);
    }
}
