// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gorizont.cli.text.Failure;

/** Lets the node's own program bring a school back by its recovery sheet. */
public final class ReturnProcess {
    private static final String MAIN = "org.gorizont.node.ReturnMain";
    private static final int UNREACHABLE = 3;
    private static final int UNKNOWN = 4;
    private static final int LAST_LINES = 3;

    private ReturnProcess() {}

    /**
     * Runs until the school is back; the sheet goes through a pipe.
     *
     * @param sheet lines of the recovery sheet
     * @param steps hears {@code school ID}, {@code entries N} now and then, {@code returned N}
     * @throws Failure if it does not come back
     */
    public static void run(
            Program program, Path data, String host, int port, List<String> sheet, Consumer<String> steps)
            throws InterruptedException {
        List<String> command = new ArrayList<>(program.command(MAIN, data));
        command.addAll(List.of("--from", host, Integer.toString(port)));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            Thread hook = new Thread(process::destroy);
            Runtime.getRuntime().addShutdownHook(hook);
            List<String> said = talk(process, sheet, steps);
            int code = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(hook);
            if (code != 0) {
                throw failure(code, host + ":" + port, said);
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
                if (line.matches("(school [0-9a-f]+|entries [0-9]+|returned [0-9]+)")) {
                    steps.accept(line);
                } else {
                    said.add(line);
                }
            }
        }
        return said;
    }

    private static Failure failure(int code, String address, List<String> said) {
        return switch (code) {
            case UNREACHABLE -> Failure.of("return-unreachable", address);
            case UNKNOWN -> Failure.of("return-unknown", address);
            default ->
                Failure.of(
                        "no-return",
                        String.join(" / ", said.subList(Math.max(0, said.size() - LAST_LINES), said.size())));
        };
    }
}
