// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.gorizont.cli.text.Failure;

/** Lets the node's own program put a backup back. */
public final class RestoreProcess {
    private static final String MAIN = "org.gorizont.node.RestoreMain";
    private static final String REFUSED = "refused ";
    private static final int LAST_LINES = 3;

    private RestoreProcess() {}

    /**
     * What to do.
     *
     * @param from address of a neighbour, or empty
     */
    public record Wish(Path file, String from, Mode mode) {}

    /** What is done behind the checks. */
    public enum Mode {
        /** Neighbours are asked. */
        ASKING,
        /** Nobody is asked. */
        ALONE,
        /** Nothing is put in place. */
        REHEARSAL
    }

    /**
     * Runs until the school is back; the sheet goes through a pipe.
     *
     * @param steps hears {@code unpacked DONE TOTAL}, {@code placed} or {@code rehearsed}, {@code entries N}, {@code returned N}
     * @throws Failure if it does not come back
     */
    public static void run(Program program, Path data, Wish wish, List<String> sheet, Consumer<String> steps)
            throws InterruptedException {
        List<String> command = new ArrayList<>(program.command(MAIN, data));
        command.addAll(List.of(wish.file().toString(), wish.mode().name().toLowerCase(Locale.ROOT)));
        int colon = wish.from().lastIndexOf(':');
        if (colon > 0) {
            command.addAll(List.of(wish.from().substring(0, colon), wish.from().substring(colon + 1)));
        }
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            Thread hook = new Thread(process::destroy);
            Runtime.getRuntime().addShutdownHook(hook);
            List<String> said = talk(process, sheet, steps);
            int code = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(hook);
            if (code != 0) {
                throw failure(said);
            }
        } catch (IOException e) {
            throw Failure.of("cannot-start", data, String.valueOf(e.getMessage()));
        }
    }

    private static List<String> talk(Process process, List<String> sheet, Consumer<String> steps) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(String.join("\n", sheet).getBytes(StandardCharsets.UTF_8));
        }
        List<String> said = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.matches(
                        "(unpacked [0-9]+ [0-9]+|placed|rehearsed|school [0-9a-f]+|(entries|returned) [0-9]+)")) {
                    steps.accept(line);
                } else {
                    said.add(line);
                }
            }
        }
        return said;
    }

    private static Failure failure(List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith(REFUSED))
                .map(line -> line.substring(REFUSED.length()).split("\t"))
                .map(parts -> Failure.of(
                        "backup." + parts[0], (Object[]) Arrays.copyOfRange(parts, 1, Math.max(parts.length, 1))))
                .findFirst()
                .orElseGet(() -> Failure.of(
                        "no-return",
                        String.join(" / ", said.subList(Math.max(0, said.size() - LAST_LINES), said.size()))));
    }
}
