// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The jar of the store brings machine code for fifteen systems; a package for one system needs one. */
final class Natives {
    static final String LINUX = "librocksdbjni-linux64.so";
    static final String WINDOWS = "librocksdbjni-win64.dll";

    private Natives() {}

    static boolean in(Path jar) {
        return jar.getFileName().toString().startsWith("rocksdbjni-");
    }

    /** The same jar with one piece of machine code. */
    static byte[] only(String wanted, Path jar, Epoch epoch) throws IOException {
        Tree kept = new Tree();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(jar)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                if (!entry.isDirectory() && (!name.startsWith("librocksdbjni-") || name.equals(wanted))) {
                    byte[] bytes = in.readAllBytes();
                    kept.add(name, false, () -> bytes);
                }
            }
        }
        if (!kept.items().containsKey(wanted)) {
            throw new IOException(jar.getFileName() + " lacks " + wanted);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipArchive.write(kept, epoch, out);
        return out.toByteArray();
    }
}
