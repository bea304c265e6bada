// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.exporting.Export;
import org.gorizont.cli.exporting.LeavingFolder;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code circle leave}: this school is no member any more. What it has published stays its own: first all of it is written
 * into a folder, and unless that is on the disk the school stays.
 */
@Command(name = "leave")
public final class CircleLeaveCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--circle", paramLabel = "ID", defaultValue = "", descriptionKey = "option.circle")
    private String circle = "";

    @Option(names = "--export", paramLabel = "DIR", descriptionKey = "option.leave-export")
    private @Nullable Path export;

    public CircleLeaveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            AdminWire.StatusAnswer status = node.status();
            AdminWire.CircleState state = CircleChoice.of(circle, status);
            if (!status.getWritingRefused().isEmpty()) {
                throw Failure.of("refused." + status.getWritingRefused(), "");
            }
            Export.Written written = Export.write(node, folder(state));
            String id = Ids.hex(node.leave(state.getCircle()));
            if (json.json()) {
                session.output().json(new Left(id, written.folder().toString(), written.records()));
            } else {
                session.output().line(session.messages().of("circle.left", state.getName()));
                session.output().lines(new ExportLines(session.messages()).of(written, status));
                session.output().note(session.messages().of("circle.left.next"));
            }
        }
        return 0;
    }

    private Path folder(AdminWire.CircleState state) {
        Path wanted = export;
        return wanted != null
                ? wanted
                : LeavingFolder.beside(session.data(), state.getName(), LocalDate.now(ZoneId.systemDefault()));
    }

    private record Left(String circle, String folder, Export.Counts records) {}
}
