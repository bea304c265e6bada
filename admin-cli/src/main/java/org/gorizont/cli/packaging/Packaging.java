// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gorizont.cli.process.Folders;

/** Makes packages one after another; the Java for Linux is linked once for all that need it. */
final class Packaging implements AutoCloseable {
    private final Sources sources;
    private final Epoch epoch;
    private final Contents contents;
    private final Path out;
    private final Path work;
    private final List<Path> made = new ArrayList<>();

    Packaging(Sources sources, Path out, Map<String, String> environment) throws IOException {
        this.sources = sources;
        this.epoch = Epoch.of(environment);
        this.contents = new Contents(sources, epoch);
        this.out = Files.createDirectories(out);
        this.work = Files.createTempDirectory("gorizont-package-");
    }

    void portable() throws IOException {
        Tree tree = new Tree().below(name(), contents.portable());
        archive(name() + ".zip", file -> ZipArchive.write(tree, epoch, file));
    }

    void linux() throws IOException, InterruptedException {
        Tree tree = new Tree().below(name(), contents.linux(runtime()));
        archive(name() + "-linux-x64.tar.gz", file -> TarArchive.write(tree, epoch, file));
    }

    void windows(Tree runtime) throws IOException {
        Tree tree = new Tree().below(name(), contents.windows(runtime));
        archive(name() + "-windows-x64.zip", file -> ZipArchive.write(tree, epoch, file));
    }

    void deb() throws IOException, InterruptedException {
        DebianPackage deb = new DebianPackage(sources, epoch);
        Path file = out.resolve(deb.fileName());
        deb.write(contents.installed(runtime()), work.resolve("deb"), file);
        made.add(file);
    }

    void rpm() throws IOException, InterruptedException {
        DebianPackage layout = new DebianPackage(sources, epoch);
        made.add(new RpmPackage(sources, epoch)
                .write(layout.installed(contents.installed(runtime())), work.resolve("rpm"), out));
    }

    /** The list of what is in them, and the checksums of all. */
    void papers(Sbom sbom) throws IOException {
        Path list = out.resolve(name() + ".cdx.json");
        Files.write(list, sbom.bytes());
        made.add(list);
        Sums.write(out, made);
    }

    List<Path> made() {
        return List.copyOf(made);
    }

    @Override
    public void close() throws IOException {
        Folders.remove(work);
    }

    private String name() {
        return "gorizont-" + sources.version();
    }

    private Path runtime() throws IOException, InterruptedException {
        Path runtime = work.resolve("runtime");
        return Files.isDirectory(runtime) ? runtime : LinkedRuntime.link(runtime);
    }

    private interface Writing {
        void to(OutputStream file) throws IOException;
    }

    /** Nobody finds half an archive under its name. */
    private void archive(String name, Writing writing) throws IOException {
        Path unfinished = out.resolve(name + ".unfinished");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
            writing.to(file);
        }
        Path file = out.resolve(name);
        Files.move(unfinished, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        made.add(file);
    }
}
