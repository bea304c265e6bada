// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.gorizont.node.doctor.Doctor;
import org.gorizont.node.doctor.Finding;

/**
 * Looks at a data directory whose node does not answer: {@code DoctorMain --data DIR}. Prints a line {@code finding: GRADE
 * CODE VALUE...} with tabs between for each finding, and ends with 0.
 */
public final class DoctorMain {
    static final String PREFIX = "finding: ";
    private static final int USAGE = 2;

    private DoctorMain() {}

    public static void main(String[] args) {
        if (args.length != 2 || !args[0].equals("--data")) {
            System.err.println("usage: DoctorMain --data DIR");
            System.exit(USAGE);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (Finding finding : Doctor.examineStopped(Path.of(args[1]), GorizontNode.PROGRAM, Instant.now())) {
            out.println(line(finding));
        }
    }

    private static String line(Finding finding) {
        String values = finding.values().isEmpty() ? "" : "\t" + String.join("\t", finding.values());
        return PREFIX + finding.what().grade() + "\t" + finding.what() + values;
    }
}
