// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.concurrent.Callable;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.process.RelayProcess;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Json;
import org.gorizont.cli.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code relay}: joins nodes that nobody can dial, until Ctrl-C. Needs no school and no data directory. */
@Command(name = "relay")
public final class RelayCommand implements Callable<Integer> {
    private static final int STOPPED_BY_SIGNAL = 128;

    private final Session session;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "7742", descriptionKey = "option.relay.port")
    private int port;

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "0.0.0.0", descriptionKey = "option.relay.host")
    private String host = "";

    @Option(names = "--rate", paramLabel = "BYTES", defaultValue = "0", descriptionKey = "option.relay.rate")
    private long bytesPerSecond;

    @Mixin
    private final JsonOption json = new JsonOption();

    public RelayCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        int code = RelayProcess.start(Program.relay(session.home()), host, port, bytesPerSecond)
                .follow(this::say);
        if (code > 0 && code < STOPPED_BY_SIGNAL) {
            throw Failure.of("cannot-start-relay", host + ":" + port);
        }
        return 0;
    }

    private void say(String line) {
        session.output().line(json.json() ? line : inWords(Json.read(line), session.messages()));
    }

    private static String inWords(JsonNode said, Messages words) {
        return said.path("event").asString().equals("ready")
                ? words.of("relay.ready", said.path("port").asInt())
                : words.of(
                        "relay.stopped",
                        said.path("accepted").asLong(),
                        said.path("refused").asLong(),
                        said.path("unreadable").asLong(),
                        said.path("joined").asLong(),
                        said.path("calledInVain").asLong(),
                        said.path("bytes").asLong());
    }
}
