// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.gorizont.protocol.model.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The content of a backup in pieces, each under ChaCha20-Poly1305 (RFC 8439): the nonce counts the pieces and marks the last
 * one, the header of the file is associated data. So a piece that was changed, moved, left out or taken from another file
 * does not open, and neither does a file whose end is missing (the STREAM construction of Hoang, Reyhanitabar, Rogaway and
 * Vizár, CRYPTO 2015).
 */
public final class BackupCipher {
    /** Bytes of content in each piece but the last, which has 0 to this many. */
    public static final int PIECE = 64 * 1024;
    /** Bytes that a piece is longer in the file. */
    public static final int TAG = 16;

    private static final int NONCE_SIZE = 12;

    private final KeyParameter key;
    private final byte[] header;

    /** @param contentKey 32 bytes */
    public BackupCipher(Bytes contentKey, BackupHeader header) {
        this.key = new KeyParameter(contentKey.unsafeArray());
        this.header = header.exact().toArray();
    }

    /** The piece with this number, from 0. */
    public byte[] seal(long number, boolean last, byte[] content, int length) {
        try {
            return run(true, number, last, content, length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encryption does not check anything", e);
        }
    }

    /** The content of a piece; null if it is not this piece of this file. */
    public byte @Nullable [] open(long number, boolean last, byte[] sealed, int length) {
        try {
            return length < TAG ? null : run(false, number, last, sealed, length);
        } catch (InvalidCipherTextException _) {
            return null;
        }
    }

    private byte[] run(boolean encrypt, long number, boolean last, byte[] input, int length)
            throws InvalidCipherTextException {
        byte[] nonce = ByteBuffer.allocate(NONCE_SIZE)
                .putInt(last ? 1 : 0)
                .putLong(number)
                .array();
        ChaCha20Poly1305 cipher = new ChaCha20Poly1305();
        cipher.init(encrypt, new AEADParameters(key, TAG * Byte.SIZE, nonce, header));
        byte[] output = new byte[cipher.getOutputSize(length)];
        int written = cipher.processBytes(input, 0, length, output, 0);
        written += cipher.doFinal(output, written);
        return written == output.length ? output : Arrays.copyOf(output, written);
    }
}
