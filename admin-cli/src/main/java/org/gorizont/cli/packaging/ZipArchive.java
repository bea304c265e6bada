// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes zip archives with what the JDK's writer leaves out: who may run a file, and one time for all, in whatever zone. Names are
 * UTF-8. What is compressed already is stored as it is. Archives beyond 4 GiB are refused.
 */
final class ZipArchive {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final short VERSION = 20;
    private static final short MADE_BY_UNIX = 3 << 8 | VERSION;
    private static final short NAMES_ARE_UTF8 = 1 << 11;
    private static final short DEFLATED = 8;
    private static final int REGULAR = 0100000;
    private static final long MOST_BYTES = 0xffffffffL;

    private final OutputStream out;
    private final Epoch epoch;
    private final ByteArrayOutputStream central = new ByteArrayOutputStream();
    private long written;
    private int count;

    private ZipArchive(OutputStream out, Epoch epoch) {
        this.out = out;
        this.epoch = epoch;
    }

    static void write(Tree tree, Epoch epoch, OutputStream out) throws IOException {
        ZipArchive archive = new ZipArchive(out, epoch);
        for (Map.Entry<String, Tree.Item> file : tree.items().entrySet()) {
            archive.add(file.getKey(), file.getValue());
        }
        archive.end();
    }

    private void add(String path, Tree.Item item) throws IOException {
        byte[] bytes = item.source().bytes();
        boolean stored = path.endsWith(".jar") || path.endsWith("/modules");
        byte[] packed = stored ? bytes : deflated(bytes);
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ByteBuffer common = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        common.putShort(VERSION).putShort(NAMES_ARE_UTF8).putShort(stored ? 0 : DEFLATED);
        common.putInt(epoch.dos())
                .putInt((int) crc.getValue())
                .putInt(packed.length)
                .putInt(bytes.length);
        common.putShort((short) name.length).putShort((short) 0);
        remember(common.array(), name, item.executable() ? REGULAR | 0755 : REGULAR | 0644);
        put(little(4).putInt(LOCAL).array());
        put(common.array());
        put(name);
        put(packed);
        count++;
    }

    private void remember(byte[] common, byte[] name, int mode) {
        ByteBuffer rest = little(14).putShort((short) 0).putShort((short) 0).putShort((short) 0);
        rest.putInt(mode << 16).putInt((int) written);
        central.writeBytes(little(6).putInt(CENTRAL).putShort(MADE_BY_UNIX).array());
        central.writeBytes(common);
        central.writeBytes(rest.array());
        central.writeBytes(name);
    }

    private void end() throws IOException {
        long start = written;
        put(central.toByteArray());
        ByteBuffer end =
                little(22).putInt(END).putInt(0).putShort((short) count).putShort((short) count);
        end.putInt(central.size()).putInt((int) start).putShort((short) 0);
        put(end.array());
    }

    private void put(byte[] bytes) throws IOException {
        written += bytes.length;
        if (written > MOST_BYTES) {
            throw new IOException("a zip archive holds 4 GiB at most");
        }
        out.write(bytes);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }
}
