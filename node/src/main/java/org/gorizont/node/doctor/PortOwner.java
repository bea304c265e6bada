// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which program listens at a port: known on Linux, of the own processes, or of all for an administrator. */
final class PortOwner {
    private static final List<Path> SOCKETS = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final Path PROCESSES = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortOwner() {}

    /** Its name and the number of its process. */
    static Optional<String> of(int port) {
        try {
            Optional<String> inode = inode(port);
            return inode.isPresent() ? process("socket:[" + inode.get() + "]") : Optional.empty();
        } catch (IOException | UncheckedIOException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> inode(int port) throws IOException {
        String end = ":%04X".formatted(port);
        for (Path sockets : SOCKETS) {
            if (!Files.isReadable(sockets)) {
                continue;
            }
            for (String line : Files.readAllLines(sockets)) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length > INODE && columns[ADDRESS].endsWith(end) && columns[STATE].equals(LISTENING)) {
                    return Optional.of(columns[INODE]);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> process(String socket) throws IOException {
        try (Stream<Path> all = Files.list(PROCESSES)) {
            return all.filter(process -> process.getFileName().toString().matches("[0-9]+"))
                    .filter(process -> has(process, socket))
                    .map(process -> name(process) + " (" + process.getFileName() + ")")
                    .findFirst();
        }
    }

    /** What belongs to others cannot be looked into. */
    private static boolean has(Path process, String socket) {
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            return files.anyMatch(file -> leadsTo(file, socket));
        } catch (IOException | UncheckedIOException _) {
            return false;
        }
    }

    private static boolean leadsTo(Path file, String socket) {
        try {
            return Files.readSymbolicLink(file).toString().equals(socket);
        } catch (IOException _) {
            return false;
        }
    }

    private static String name(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException _) {
            return "?";
        }
    }
}
