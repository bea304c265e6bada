// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.text.Failure;

/** What the store of a node that has ended takes on the disk once it is written anew, by family, the largest first. */
final class StoreBytes {
    private static final String MAIN = "org.gorizont.node.bench.StoreSizesMain";

    private StoreBytes() {}

    static Map<String, Long> of(Program program, Path data) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(program.command(MAIN, data.resolve("store")))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw Failure.of("bench-failed", "store sizes");
            }
            Map<String, Long> sizes = new LinkedHashMap<>();
            said.lines().map(line -> line.split(" ")).forEach(words -> sizes.put(words[0], Long.parseLong(words[1])));
            return sizes;
        } catch (IOException e) {
            throw Failure.of("bench-failed", "store sizes: " + e.getMessage());
        }
    }
}
