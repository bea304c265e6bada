// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.stage;

import java.nio.file.Path;
import java.util.List;

/** Types commands as a person would. Safe for all threads. */
public interface Typist {
    /** Runs a command at the node of a data directory. */
    Typed type(Path data, List<String> words);

    /** What came of a command. */
    record Typed(int exitCode, String out, String err) {
        public boolean done() {
            return exitCode == 0;
        }

        /** What went wrong, in one line. */
        public String firstError() {
            return err.lines().findFirst().orElse("");
        }
    }
}
