// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gorizont.cli.bundle.BundleOutput;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Progress;
import org.gorizont.protocol.wire.v1.AdminWire.ExportBundleRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bundle export --for SCHOOL|circle FILE}: writes what neighbours would be told into a file for a stick. */
@Command(name = "export")
public final class BundleExportCommand implements Callable<Integer> {
    private static final long KIBIBYTE = 1024;

    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--for", paramLabel = "SCHOOL|circle", required = true, descriptionKey = "option.bundle-for")
    private String recipient = "";

    @Option(names = "--all", descriptionKey = "option.bundle-all")
    private boolean all;

    @Parameters(paramLabel = "FILE", descriptionKey = "parameter.bundle-file")
    private Path file = Path.of("");

    public BundleExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            ExportBundleRequest request = Recipients.of(node.status(), recipient, all);
            try (BundleOutput output = BundleOutput.open(file)) {
                write(node, request, output);
                show(output.complete());
            }
        }
        return 0;
    }

    private void write(AdminClient node, ExportBundleRequest request, BundleOutput output) {
        try (Progress progress =
                Progress.of(session.output(), session.messages().of("bundle.exporting"), -1)) {
            node.exportBundle(request, piece -> {
                output.write(piece.getPart(), piece.getContent(), piece.getEntries());
                progress.step(piece.getEntries());
            });
        }
    }

    private void show(List<BundleOutput.Written> files) {
        if (json.json()) {
            session.output().json(ExportJson.of(files));
            return;
        }
        Messages say = session.messages();
        for (BundleOutput.Written one : files) {
            session.output()
                    .line(say.of(
                            "bundle.exported",
                            one.file(),
                            say.count("count.entries", one.entries()),
                            Math.ceilDiv(one.bytes(), KIBIBYTE)));
        }
        if (files.stream().allMatch(one -> one.entries() == 0)) {
            session.output().line(say.of("bundle.exported.no-entries"));
        }
        session.output().line(say.of("bundle.exported.readable"));
        session.output()
                .line(say.of("bundle.exported.next", files.getFirst().file().getFileName()));
    }

    private record ExportJson(List<FileJson> files, long entries, long bytes) {
        static ExportJson of(List<BundleOutput.Written> files) {
            return new ExportJson(
                    files.stream()
                            .map(one -> new FileJson(one.file().toString(), one.bytes(), one.entries()))
                            .toList(),
                    files.stream().mapToLong(BundleOutput.Written::entries).sum(),
                    files.stream().mapToLong(BundleOutput.Written::bytes).sum());
        }
    }

    private record FileJson(String file, long bytes, long entries) {}
}
