// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gorizont.cli.text.Failure;

/** A running relay that this command started; it ends with this command, whatever ends that. */
public final class RelayProcess implements AutoCloseable {
    private static final String MAIN = "org.gorizont.node.RelayMain";
    private static final int ORDERLY_SECONDS = 10;

    private final Process process;
    private final CountDownLatch allRead = new CountDownLatch(1);

    private RelayProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a relay.
     *
     * @param bytesPerSecond of one pair; 0 is no limit
     */
    public static RelayProcess start(Program program, String host, int port, long bytesPerSecond) {
        List<String> arguments = List.of(host, Integer.toString(port), Long.toString(bytesPerSecond));
        try {
            Process process = new ProcessBuilder(program.command(MAIN, arguments))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            RelayProcess relay = new RelayProcess(process);
            Runtime.getRuntime().addShutdownHook(new Thread(relay::end, "stop-relay"));
            return relay;
        } catch (IOException e) {
            throw Failure.of("cannot-start-relay", String.valueOf(e.getMessage()));
        }
    }

    /** Hands over each line that the relay prints, until it ends; its exit code. */
    public int follow(Consumer<String> lines) throws InterruptedException {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            allRead.countDown();
        }
        return process.waitFor();
    }

    @Override
    public void close() {
        end();
    }

    /** What the relay says at its end is still passed on: {@link Process#destroy} would close the pipe. */
    private void end() {
        process.toHandle().destroy();
        try {
            if (!allRead.await(ORDERLY_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
        }
    }
}
