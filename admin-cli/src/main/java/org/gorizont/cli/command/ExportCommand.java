// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.exporting.Export;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code export DIR}: all that this school has published, as files that an import reads. */
@Command(name = "export")
public final class ExportCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "DIR", descriptionKey = "parameter.export-folder")
    private Path folder = Path.of("");

    public ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            StatusAnswer status = node.status();
            Export.Written written = Export.write(node, folder);
            if (json.json()) {
                session.output().json(new Exported(written.folder().toString(), written.records()));
            } else {
                session.output().lines(new ExportLines(session.messages()).of(written, status));
            }
        }
        return 0;
    }

    private record Exported(String folder, Export.Counts records) {}
}
