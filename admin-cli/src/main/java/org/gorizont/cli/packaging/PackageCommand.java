// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gorizont.cli.command.Session;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code package}: makes the files by which schools install the program. From the sources alone. */
@Command(name = "package")
public final class PackageCommand implements Callable<Integer> {
    private static final double MEBIBYTE = 1024.0 * 1024;

    private final Session session;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "option.package-out")
    private @Nullable Path out;

    @Option(names = "--windows-runtime", paramLabel = "ZIP", descriptionKey = "option.windows-runtime")
    private @Nullable Path windowsRuntime;

    @Option(names = "--only", paramLabel = "FORM", split = ",", descriptionKey = "option.package-only")
    private List<Form> only = List.of();

    @Option(names = "--version", paramLabel = "VERSION", descriptionKey = "option.package-version")
    private @Nullable String version;

    public PackageCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (version != null && !version.matches("[0-9][0-9A-Za-z.-]{0,40}")) {
            throw Failure.usage("not-a-version", version);
        }
        // Before the rest, which takes a minute.
        Optional<Tree> windows = Optional.ofNullable(windowsRuntime).map(WindowsRuntime::read);
        if (windows.isEmpty() && only.contains(Form.WINDOWS)) {
            throw Failure.usage("package-needs-windows-runtime");
        }
        Sources sources = Sources.of(session.home(), Optional.ofNullable(version));
        Path folder = out == null ? sources.home().resolve("target").resolve("packages") : out;
        try (Packaging packaging = new Packaging(sources, folder, System.getenv())) {
            for (Form form : wanted()) {
                make(packaging, form, windows);
            }
            Sbom sbom = new Sbom(sources);
            packaging.papers(sbom);
            if (!sbom.knowsLicences()) {
                note("package.no-licences");
            }
            session.output().lines(table(packaging.made()));
            session.output().line(session.messages().of("package.done", folder));
        }
        return 0;
    }

    private Set<Form> wanted() {
        return only.isEmpty() ? EnumSet.allOf(Form.class) : EnumSet.copyOf(only);
    }

    private void make(Packaging packaging, Form form, Optional<Tree> windows) throws IOException, InterruptedException {
        switch (form) {
            case PORTABLE -> packaging.portable();
            case LINUX -> {
                if (here(form)) {
                    packaging.linux();
                }
            }
            case DEB -> {
                if (here(form) && there(DebianPackage.TOOL, "package.no-dpkg-deb")) {
                    packaging.deb();
                }
            }
            case RPM -> {
                if (here(form) && there(RpmPackage.TOOL, "package.no-rpmbuild")) {
                    packaging.rpm();
                }
            }
            case WINDOWS -> {
                if (windows.isPresent()) {
                    packaging.windows(windows.get());
                } else {
                    note("package.no-windows");
                }
            }
        }
    }

    /** A Java is linked only for the system that it runs on. */
    private boolean here(Form form) {
        boolean here = System.getProperty("os.name", "").equals("Linux")
                && System.getProperty("os.arch", "").equals("amd64");
        if (!here) {
            session.output().note(session.messages().of("package.only-on-linux", form));
        }
        return here;
    }

    private boolean there(String tool, String otherwise) {
        if (!Tool.exists(tool)) {
            note(otherwise);
            return false;
        }
        return true;
    }

    private void note(String key) {
        session.output().note(session.messages().of(key));
    }

    private List<String> table(List<Path> made) throws IOException {
        Messages words = session.messages();
        Table table = new Table().row(words.of("package.column.size"), words.of("package.column.file"));
        for (Path file : made) {
            table.row(
                    String.format(words.language().locale(), "%.1f", Files.size(file) / MEBIBYTE),
                    file.getFileName().toString());
        }
        return table.lines();
    }
}
