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
import java.util.function.Consumer;
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
        byte[] common = little(
                26,
                fields -> fields.putShort(VERSION)
                        .putShort(NAMES_ARE_UTF8)
                        .putShort(stored ? 0 : DEFLATED)
                        .putInt(epoch.dos())
                        .putInt((int) crc.getValue())
                        .putInt(packed.length)
                        .putInt(bytes.length)
                        .putShort((short) name.length));
        remember(common, name, item.executable() ? REGULAR | 0755 : REGULAR | 0644);
        put(little(4, fields -> fields.putInt(LOCAL)));
        put(common);
        put(name);
        put(packed);
        count++;
    }

    private void remember(byte[] common, byte[] name, int mode) {
        int start = (int) written;
        central.writeBytes(little(6, fields -> fields.putInt(CENTRAL).putShort(MADE_BY_UNIX)));
        central.writeBytes(common);
        central.writeBytes(
                little(14, fields -> fields.position(6).putInt(mode << 16).putInt(start)));
        central.writeBytes(name);
    }

    private void end() throws IOException {
        long start = written;
        put(central.toByteArray());
        put(little(
                22,
                fields -> fields.putInt(END)
                        .putInt(0)
                        .putShort((short) count)
                        .putShort((short) count)
                        .putInt(central.size())
                        .putInt((int) start)));
    }

    private void put(byte[] bytes) throws IOException {
        written += bytes.length;
        if (written > MOST_BYTES) {
            throw new IOException("a zip archive holds 4 GiB at most");
        }
        out.write(bytes);
    }

    /** Fields in the order of bytes that the format has; what is not filled stays 0. */
    private static byte[] little(int size, Consumer<ByteBuffer> fill) {
        byte[] fields = new byte[size];
        fill.accept(ByteBuffer.wrap(fields).order(ByteOrder.LITTLE_ENDIAN));
        return fields;
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
