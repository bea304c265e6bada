// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gorizont.cli.text.Failure;

/** Lets the node's own program make the identity of a new school. */
public final class NewNodeProcess {
    private static final String MAIN = "org.gorizont.node.NewNodeMain";
    private static final int OUTPUT_BYTES = 64 * 1024;

    private NewNodeProcess() {}

    /**
     * Makes the identity; the sheet goes through a pipe, never through a list of processes.
     *
     * @param sheet lines of the recovery sheet
     * @return id of the school, in hexadecimal digits
     */
    public static String create(Program program, Path data, List<String> sheet) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(program.command(MAIN, data))
                    .redirectErrorStream(true)
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(String.join("\n", sheet).getBytes(StandardCharsets.UTF_8));
            }
            String said;
            try (InputStream out = process.getInputStream()) {
                said = new String(out.readNBytes(OUTPUT_BYTES), StandardCharsets.UTF_8).strip();
            }
            if (process.waitFor() != 0) {
                throw Failure.of("no-identity", data, said);
            }
            return said.lines().toList().getLast();
        } catch (IOException e) {
            throw Failure.of("cannot-start", data, String.valueOf(e.getMessage()));
        }
    }
}
