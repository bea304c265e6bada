// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gorizont.cli.bundle.BundleFiles;
import org.gorizont.cli.bundle.BundleInput;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Progress;
import org.gorizont.protocol.wire.v1.AdminWire.ImportBundleAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bundle import FILE}: gives the node what somebody has brought, with all parts that lie beside it. */
@Command(name = "import")
public final class BundleImportCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "FILE", descriptionKey = "parameter.bundle-file")
    private Path file = Path.of("");

    public BundleImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<ImportedFile> files = new ArrayList<>();
        try (AdminClient node = session.connect()) {
            Optional<Path> next = Optional.of(file.toAbsolutePath());
            while (next.isPresent()) {
                ImportedFile taken = take(node, next.get());
                files.add(taken);
                next = taken.next().filter(Files::exists);
            }
        }
        ImportView view = ImportView.of(files);
        if (json.json()) {
            session.output().json(view);
        } else if (!files.getFirst().answer().getFlaw().equals("NO_BUNDLE")) {
            session.output().lines(view.lines(session.messages()));
        }
        files.getLast().failure().ifPresent(failure -> {
            throw failure;
        });
        return 0;
    }

    private ImportedFile take(AdminClient node, Path one) {
        try (Progress progress =
                        Progress.of(session.output(), session.messages().of("bundle.importing"), size(one));
                BundleInput input = BundleInput.open(one, progress::to)) {
            ImportBundleAnswer answer = node.importBundle(input);
            return new ImportedFile(one, answer, input.problem());
        }
    }

    private static long size(Path one) {
        try {
            return Files.size(one);
        } catch (IOException _) {
            return -1;
        }
    }

    /**
     * What became of one file.
     *
     * @param problem why the stick did not give all of it
     */
    record ImportedFile(Path file, ImportBundleAnswer answer, Optional<String> problem) {
        /** The part behind this one, if there is one. */
        Optional<Path> next() {
            return answer.getComplete() && answer.getMore()
                    ? Optional.of(BundleFiles.next(file, answer.getPart()))
                    : Optional.empty();
        }

        /** Why not everything was taken in; what came before is held. */
        Optional<Failure> failure() {
            if (answer.hasRefused()) {
                return Optional.of(Failure.of(
                        "refused." + answer.getRefused().getCode(),
                        answer.getRefused().getDetail()));
            } else if (problem.isPresent()) {
                return Optional.of(Failure.of("bundle-stick", file, problem.get()));
            } else if (!answer.getFlaw().isEmpty()) {
                return Optional.of(Failure.of("bundle." + answer.getFlaw(), file));
            } else if (next().isPresent()) {
                return Optional.of(Failure.of("bundle-part", next().get()));
            }
            return answer.getMissingCount() > 0 ? Optional.of(Failure.of("bundle-earlier")) : Optional.empty();
        }
    }
}
