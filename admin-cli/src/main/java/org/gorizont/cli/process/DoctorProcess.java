// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.wire.v1.AdminWire.FindingState;

/** Lets the node's own program look at a data directory whose node does not answer. */
public final class DoctorProcess {
    private static final String MAIN = "org.gorizont.node.DoctorMain";
    private static final String FINDING = "finding: ";
    private static final int OUTPUT_BYTES = 1 << 20;
    private static final int LAST_LINES = 3;

    private DoctorProcess() {}

    /** @throws Failure if the program cannot look */
    public static List<FindingState> examine(Program program, Path data) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(program.command(MAIN, data))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            List<String> lines;
            try (InputStream out = process.getInputStream()) {
                lines = new String(out.readNBytes(OUTPUT_BYTES), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
            if (process.waitFor() != 0) {
                String last = String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
                throw Failure.of("cannot-start", data, last);
            }
            return lines.stream()
                    .filter(line -> line.startsWith(FINDING))
                    .map(line -> finding(line.substring(FINDING.length())))
                    .toList();
        } catch (IOException e) {
            throw Failure.of("cannot-start", data, String.valueOf(e.getMessage()));
        }
    }

    private static FindingState finding(String line) {
        List<String> parts = List.of(line.split("\t", -1));
        return FindingState.newBuilder()
                .setGrade(parts.get(0))
                .setWhat(parts.get(1))
                .addAllValues(parts.subList(2, parts.size()))
                .build();
    }
}
