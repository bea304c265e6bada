// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * While it is open, the programs that this JVM starts as a command of a school would are started by a shell that does something
 * to itself first: it joins a control group, or takes another clock. The process id stays that of the program.
 */
public final class JavaBehind implements AutoCloseable {
    private static final String JAVA = "gorizont.java";

    private final Optional<String> before;

    private JavaBehind(Optional<String> before) {
        this.before = before;
    }

    /**
     * Puts lines of a shell before each start.
     *
     * @param folder where the script is written
     */
    public static JavaBehind lines(Path folder, List<String> lines) throws IOException {
        Optional<String> before = Optional.ofNullable(System.getProperty(JAVA));
        String java = before.orElse(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Path script = Files.createTempFile(
                folder,
                "java",
                ".sh",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(script, "#!/bin/sh\nset -e\n" + String.join("\n", lines) + "\nexec '" + java + "' \"$@\"\n");
        System.setProperty(JAVA, script.toString());
        return new JavaBehind(before);
    }

    @Override
    public void close() {
        before.ifPresentOrElse(java -> System.setProperty(JAVA, java), () -> System.clearProperty(JAVA));
    }
}
