// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.gorizont.protocol.crypto.BackupCipher;

/** Seals what is written, piece by piece; the last piece is written by {@link #finish}, without which a file is not whole. */
final class SealedOutput extends OutputStream {
    private final OutputStream file;
    private final BackupCipher cipher;
    private final byte[] piece = new byte[BackupCipher.PIECE];
    private int filled;
    private long number;

    SealedOutput(OutputStream file, BackupCipher cipher) {
        this.file = file;
        this.cipher = cipher;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, bytes.length);
        int at = from;
        int left = length;
        while (left > 0) {
            if (filled == piece.length) {
                seal(false);
            }
            int fits = Math.min(left, piece.length - filled);
            System.arraycopy(bytes, at, piece, filled, fits);
            filled += fits;
            at += fits;
            left -= fits;
        }
    }

    void finish() throws IOException {
        seal(true);
        file.flush();
    }

    private void seal(boolean last) throws IOException {
        file.write(cipher.seal(number, last, piece, filled));
        number++;
        filled = 0;
    }
}
