// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bench;

import java.io.IOException;

/** Stops a process and lets it go on, by the signals of POSIX. */
record Sleep(long pid) {
    /** Returns whether the process stands still. */
    boolean begin() throws InterruptedException {
        return signal("STOP");
    }

    void end() throws InterruptedException {
        signal("CONT");
    }

    private boolean signal(String name) throws InterruptedException {
        try {
            return new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
