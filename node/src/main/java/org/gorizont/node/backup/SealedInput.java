// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.gorizont.protocol.crypto.BackupCipher;

/** Opens what {@link SealedOutput} has sealed; gives out nothing that was not checked. */
final class SealedInput extends InputStream {
    private static final int SEALED = BackupCipher.PIECE + BackupCipher.TAG;

    private final InputStream file;
    private final BackupCipher cipher;
    private byte[] next;
    private byte[] piece = {};
    private int at;
    private long number;
    private boolean ended;

    /** The file breaks off, or something in it was changed. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        private final boolean truncated;

        Broken(boolean truncated) {
            super(truncated ? "the file breaks off" : "a piece of the file is not as it was written");
            this.truncated = truncated;
        }

        boolean truncated() {
            return truncated;
        }
    }

    SealedInput(InputStream file, BackupCipher cipher) throws IOException {
        this.file = file;
        this.cipher = cipher;
        this.next = file.readNBytes(SEALED);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, into.length);
        while (at == piece.length && !ended) {
            open();
        }
        int given = Math.min(length, piece.length - at);
        if (given == 0 && length > 0) {
            return -1;
        }
        System.arraycopy(piece, at, into, from, given);
        at += given;
        return given;
    }

    private void open() throws IOException {
        byte[] sealed = next;
        next = sealed.length == SEALED ? file.readNBytes(SEALED) : new byte[0];
        boolean last = next.length == 0;
        byte[] opened = cipher.open(number, last, sealed, sealed.length);
        if (opened == null) {
            // Where nothing follows, a piece that would be a whole one in the middle shows that the end was cut off.
            throw new Broken(
                    last && (sealed.length < SEALED || cipher.open(number, false, sealed, sealed.length) != null));
        }
        piece = opened;
        at = 0;
        number++;
        ended = last;
    }
}
