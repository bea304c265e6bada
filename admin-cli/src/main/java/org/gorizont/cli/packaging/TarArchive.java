// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Writes compressed tar archives (POSIX ustar): owner root, one time for all. Longer names than the format holds are refused. */
final class TarArchive {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int PREFIX = 155;
    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM = 8;

    private TarArchive() {}

    static void write(Tree tree, Epoch epoch, OutputStream out) throws IOException {
        try (OutputStream tar = new GZIPOutputStream(out, 1 << 16)) {
            for (Map.Entry<String, Tree.Item> file : tree.items().entrySet()) {
                byte[] bytes = file.getValue().source().bytes();
                tar.write(header(file.getKey(), file.getValue().executable(), bytes.length, epoch));
                tar.write(bytes);
                tar.write(new byte[(BLOCK - bytes.length % BLOCK) % BLOCK]);
            }
            tar.write(new byte[2 * BLOCK]);
        }
    }

    private static byte[] header(String path, boolean executable, int size, Epoch epoch) throws IOException {
        byte[] block = new byte[BLOCK];
        int cut = path.length() <= NAME ? -1 : path.indexOf('/', path.length() - NAME - 1);
        if (path.length() > NAME && (cut < 1 || cut > PREFIX) || !path.chars().allMatch(c -> c < 128)) {
            throw new IOException("no name for a tar archive: " + path);
        }
        put(block, 0, path.substring(cut + 1));
        put(block, 345, cut < 1 ? "" : path.substring(0, cut));
        put(block, 100, executable ? "0000755\0" : "0000644\0");
        put(block, 108, "0000000\0");
        put(block, 116, "0000000\0");
        put(block, 124, String.format("%011o\0", size));
        put(block, 136, String.format("%011o\0", epoch.seconds()));
        put(block, 156, "0");
        put(block, 257, "ustar\0" + "00root");
        put(block, 297, "root");
        Arrays.fill(block, CHECKSUM_AT, CHECKSUM_AT + CHECKSUM, (byte) ' ');
        int sum = 0;
        for (byte b : block) {
            sum += Byte.toUnsignedInt(b);
        }
        put(block, CHECKSUM_AT, String.format("%06o\0", sum));
        return block;
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }
}
