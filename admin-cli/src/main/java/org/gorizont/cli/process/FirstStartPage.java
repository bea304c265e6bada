// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The page where a school is set up in the browser, as its process has written it down in {@code setup.page}.
 *
 * @param address with the one-time code: for the person at this computer, not for a log
 */
public record FirstStartPage(String address, long pid) {
    private static final String FILE = "setup.page";

    /** The one that answers now; a process that was killed leaves its file behind. */
    public static Optional<FirstStartPage> running(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve(FILE));
            if (lines.size() != 2) {
                return Optional.empty();
            }
            FirstStartPage page = new FirstStartPage(lines.getFirst(), Long.parseLong(lines.getLast()));
            return page.process().filter(ProcessHandle::isAlive).map(_ -> page);
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid);
    }

    @Override
    public String toString() {
        return "page of the first start, process " + pid;
    }
}
