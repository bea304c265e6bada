// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SealedBody;
import org.gorizont.protocol.model.SealedKey;
import org.gorizont.protocol.model.SealingKey;

/**
 * Seals a body to named schools: the content under a key that is used once, that key under HPKE (RFC 9180, base mode)
 * for each school, bound to the school and its key epoch. The same bytes in give the same bytes out.
 */
public final class Sealing {
    public static final int EPHEMERAL_SEED_SIZE = 32;

    private static final byte[] INFO = "gorizont/sealed/1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_AAD = {};

    private Sealing() {}

    /**
     * A school that shall be able to read.
     *
     * @param ephemeralSeed 32 random bytes, used for this one key and never again (RFC 9180's {@code ikmE})
     */
    public record Recipient(SchoolId school, int epoch, SealingKey key, Bytes ephemeralSeed) {
        public Recipient {
            requireSize("ephemeral seed", ephemeralSeed, EPHEMERAL_SEED_SIZE);
        }

        @Override
        public String toString() {
            return "Recipient[" + school + ", epoch " + epoch + "]";
        }
    }

    /**
     * Seals {@code content}.
     *
     * @param contentKey 32 random bytes, used for this one body and never again
     * @throws IllegalArgumentException if there is no recipient, or one's key is not {@linkplain SealingKeys#isUsable usable}
     */
    public static SealedBody seal(Bytes content, Bytes contentKey, List<Recipient> recipients) {
        Bytes ciphertext = ContentCipher.encrypt(contentKey, content);
        List<SealedKey> keys = recipients.stream()
                .map(recipient -> wrap(contentKey, recipient))
                .toList();
        return new SealedBody(SealedBody.VERSION, SealedBody.SUITE, ciphertext, keys);
    }

    /**
     * The content, if {@code school} was named and this is its private key of the named epoch, and nothing was changed.
     *
     * @param privateKey 32 bytes, X25519
     */
    public static Optional<Bytes> open(SealedBody body, SchoolId school, Bytes privateKey) {
        if (body.suite() != SealedBody.SUITE) {
            return Optional.empty();
        }
        return body.keys().stream()
                .filter(key -> key.school().equals(school))
                .flatMap(key -> unwrap(key, privateKey).stream())
                .findFirst()
                .flatMap(contentKey -> ContentCipher.decrypt(contentKey, body.ciphertext()));
    }

    private static SealedKey wrap(Bytes contentKey, Recipient recipient) {
        if (!SealingKeys.isUsable(recipient.key())) {
            throw new IllegalArgumentException("sealing key of small order: " + recipient);
        }
        HPKE hpke = hpke();
        HPKEContextWithEncapsulation context = hpke.setupBaseS(
                publicKey(recipient.key()),
                info(recipient.school(), recipient.epoch()),
                hpke.deriveKeyPair(recipient.ephemeralSeed().unsafeArray()));
        try {
            Bytes wrapped = Bytes.wrap(context.seal(NO_AAD, contentKey.unsafeArray()));
            return new SealedKey(
                    recipient.school(), recipient.epoch(), Bytes.wrap(context.getEncapsulation()), wrapped);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encryption does not check anything", e);
        }
    }

    private static Optional<Bytes> unwrap(SealedKey key, Bytes privateKey) {
        if (!SealingKeys.isUsable(new SealingKey(key.encapsulated()))) {
            return Optional.empty();
        }
        X25519PrivateKeyParameters own = privateKey(privateKey);
        AsymmetricCipherKeyPair pair = new AsymmetricCipherKeyPair(own.generatePublicKey(), own);
        try {
            return Optional.of(Bytes.wrap(
                    hpke().setupBaseR(key.encapsulated().unsafeArray(), pair, info(key.school(), key.epoch()))
                            .open(NO_AAD, key.wrapped().unsafeArray())));
        } catch (InvalidCipherTextException _) {
            return Optional.empty();
        }
    }

    private static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
    }

    private static byte[] info(SchoolId school, int epoch) {
        return ByteBuffer.allocate(INFO.length + Hash.SIZE + Integer.BYTES)
                .put(INFO)
                .put(school.hash().bytes().unsafeArray())
                .putInt(epoch)
                .array();
    }

    private static X25519PublicKeyParameters publicKey(SealingKey key) {
        return new X25519PublicKeyParameters(key.bytes().unsafeArray(), 0);
    }

    private static X25519PrivateKeyParameters privateKey(Bytes privateKey) {
        requireSize("private key", privateKey, X25519PrivateKeyParameters.KEY_SIZE);
        return new X25519PrivateKeyParameters(privateKey.unsafeArray(), 0);
    }

    private static void requireSize(String what, Bytes bytes, int size) {
        if (bytes.size() != size) {
            throw new IllegalArgumentException(what + " has " + bytes.size() + " bytes, not " + size);
        }
    }
}
