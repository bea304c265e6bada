// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.text.Failure;

/** How many records of 500 B a second a plain RocksDB writes, one fsync a thousand. */
final class StoreRate {
    private static final String MAIN = "org.gorizont.node.bench.RawStoreMain";

    private StoreRate() {}

    static double measure(Program program, Path folder) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(program.command(MAIN, folder))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw Failure.of("bench-failed", "store");
            }
            return Double.parseDouble(said);
        } catch (IOException e) {
            throw Failure.of("bench-failed", "store: " + e.getMessage());
        }
    }
}
