// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.identity;

import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.Hkdf;
import org.gorizont.protocol.crypto.Signer;
import org.gorizont.protocol.model.Bytes;

/**
 * The one secret of a school that is kept on paper, and the keys that follow from it by HKDF-SHA256 (RFC 5869) with an
 * empty salt and these info strings (ASCII, numbers in decimal):
 *
 * <ul>
 *   <li>{@code gorizont/sheet/1/recovery/<i>}: Ed25519 seed of recovery key i, from 1 on
 *   <li>{@code gorizont/sheet/1/sealing/<epoch>}: X25519 private key of a key epoch, from 0 on
 *   <li>{@code gorizont/sheet/1/backup}: X25519 private key to whose public half backups are encrypted
 * </ul>
 *
 * <p>The text form never shows the secret; {@link SheetText} prints and reads it.
 */
public final class RecoverySheet {
    public static final int SECRET_SIZE = 32;

    private static final String INFO = "gorizont/sheet/1/";

    private final Bytes secret;

    /**
     * @param secret 32 random bytes
     * @throws IllegalArgumentException if it is of another size
     */
    public RecoverySheet(Bytes secret) {
        if (secret.size() != SECRET_SIZE) {
            throw new IllegalArgumentException("secret has " + secret.size() + " bytes, not " + SECRET_SIZE);
        }
        this.secret = secret;
    }

    /** Signs link {@code number}; its public half is what genesis (1) or the link before (2 and on) commits to. */
    public Signer recoveryKey(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("there is no recovery key " + number);
        }
        return new Ed25519Signer(recoverySeed(number));
    }

    /**
     * Ed25519 seed of recovery key 1, to which the genesis commits: a school that has nothing else shows itself by it to its
     * neighbours ({@link ReturningKey}).
     */
    public Bytes returningSeed() {
        return recoverySeed(1);
    }

    private Bytes recoverySeed(int number) {
        return Hkdf.derive(secret, INFO + "recovery/" + number, SECRET_SIZE);
    }

    /** X25519 private key, 32 bytes: opens bodies that were sealed to the school in this key epoch. */
    public Bytes sealingSeed(int epoch) {
        if (epoch < 0) {
            throw new IllegalArgumentException("there is no key epoch " + epoch);
        }
        return Hkdf.derive(secret, INFO + "sealing/" + epoch, SECRET_SIZE);
    }

    /** X25519 private key, 32 bytes: opens backups. */
    public Bytes backupSeed() {
        return Hkdf.derive(secret, INFO + "backup", SECRET_SIZE);
    }

    Bytes secret() {
        return secret;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecoverySheet sheet && secret.equals(sheet.secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return "RecoverySheet";
    }
}
