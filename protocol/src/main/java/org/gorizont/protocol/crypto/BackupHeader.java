// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.SealingKey;

/**
 * The open beginning of a backup file: for whose paper it is, and the key of its content, wrapped for that paper by HPKE
 * (RFC 9180, base mode). Format: docs/protocol.md, "Backups".
 *
 * @param recipient public half of the sheet's backup key
 * @param encapsulated 32 bytes
 * @param wrapped 48 bytes
 */
public record BackupHeader(SealingKey recipient, Bytes encapsulated, Bytes wrapped) {
    /** Bytes of a header of this version. */
    public static final int SIZE = 18 + SealingKey.SIZE + 32 + 48;
    /** Version that this program writes and reads. */
    public static final int VERSION = 1;
    /** Longest first line of any version. */
    public static final int MAX_LINE = 26;

    private static final String MAGIC = "gorizont backup ";
    private static final byte[] LINE = (MAGIC + VERSION + "\n").getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INFO = "gorizont/backup/1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_AAD = {};

    /**
     * A header for one file.
     *
     * @param contentKey 32 random bytes, used for this file and never again
     * @param ephemeralSeed 32 random bytes, used for this file and never again (RFC 9180's {@code ikmE})
     * @throws IllegalArgumentException if the recipient is of small order: everybody could open the file
     */
    public static BackupHeader make(SealingKey recipient, Bytes contentKey, Bytes ephemeralSeed) {
        if (!SealingKeys.isUsable(recipient)) {
            throw new IllegalArgumentException("backup key of small order");
        }
        HPKE hpke = hpke();
        HPKEContextWithEncapsulation context = hpke.setupBaseS(
                new X25519PublicKeyParameters(recipient.bytes().unsafeArray(), 0),
                INFO,
                hpke.deriveKeyPair(ephemeralSeed.unsafeArray()));
        try {
            Bytes wrapped = Bytes.wrap(context.seal(NO_AAD, contentKey.unsafeArray()));
            return new BackupHeader(recipient, Bytes.wrap(context.getEncapsulation()), wrapped);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encryption does not check anything", e);
        }
    }

    /** The version that the first line of a file names; empty if the file is no backup. At most {@link #MAX_LINE} bytes. */
    public static Optional<Integer> version(Bytes beginning) {
        String text = new String(beginning.unsafeArray(), StandardCharsets.US_ASCII);
        int end = text.indexOf('\n');
        String line = end < 0 ? "" : text.substring(0, end);
        return line.matches(MAGIC + "[1-9][0-9]{0,8}")
                ? Optional.of(Integer.parseInt(line.substring(MAGIC.length())))
                : Optional.empty();
    }

    /**
     * Reads a header.
     *
     * @param exact {@link #SIZE} bytes whose {@link #version} is {@link #VERSION}
     */
    public static BackupHeader read(Bytes exact) {
        if (exact.size() != SIZE || !version(exact).equals(Optional.of(VERSION))) {
            throw new IllegalArgumentException("no header of version " + VERSION);
        }
        int key = LINE.length;
        int encapsulated = key + SealingKey.SIZE;
        int wrapped = encapsulated + SealingKey.SIZE;
        return new BackupHeader(
                new SealingKey(exact.slice(key, encapsulated)),
                exact.slice(encapsulated, wrapped),
                exact.slice(wrapped, SIZE));
    }

    /** As it stands in the file. */
    public Bytes exact() {
        return Bytes.wrap(LINE).plus(recipient.bytes()).plus(encapsulated).plus(wrapped);
    }

    /**
     * The key of the content; empty if this is not the private key of the recipient, or the header was changed.
     *
     * @param backupSeed 32 bytes, X25519
     */
    public Optional<Bytes> open(Bytes backupSeed) {
        if (!SealingKeys.publicKey(backupSeed).equals(recipient)
                || !SealingKeys.isUsable(new SealingKey(encapsulated))) {
            return Optional.empty();
        }
        X25519PrivateKeyParameters own = new X25519PrivateKeyParameters(backupSeed.unsafeArray(), 0);
        AsymmetricCipherKeyPair pair = new AsymmetricCipherKeyPair(own.generatePublicKey(), own);
        try {
            byte[] key = hpke().setupBaseR(encapsulated.unsafeArray(), pair, INFO)
                    .open(NO_AAD, Arrays.copyOf(wrapped.unsafeArray(), wrapped.size()));
            return Optional.of(Bytes.wrap(key));
        } catch (InvalidCipherTextException _) {
            return Optional.empty();
        }
    }

    private static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
    }
}
