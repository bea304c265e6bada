// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What lies in which package. */
final class Contents {
    /** What a person double-clicks, by the name of its source. */
    private static final NavigableMap<String, String> FOR_A_PERSON = new TreeMap<>(Map.of(
            "start.cmd", "Горизонт.cmd",
            "stop.cmd", "Остановить.cmd",
            "logon.cmd", "Запускать при входе.cmd",
            "no-logon.cmd", "Не запускать при входе.cmd",
            "remove.cmd", "Удалить.cmd"));

    /** Older editors of Windows take a text without it for the old code page. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Sources sources;
    private final Epoch epoch;

    Contents(Sources sources, Epoch epoch) {
        this.sources = sources;
        this.epoch = epoch;
    }

    /** For any system with a Java of its own. */
    Tree portable() throws IOException {
        Tree tree = program(Optional.empty());
        tree.program("gorizont", sources.text("unix/gorizont"));
        tree.text("gorizont.cmd", crlf(sources.text("windows/gorizont.cmd")));
        return readMe(tree);
    }

    /** For Linux on x64, with its Java, to be unpacked anywhere. */
    Tree linux(Path runtime) throws IOException {
        return readMe(installed(runtime));
    }

    /** The same without what a person reads. */
    Tree installed(Path runtime) throws IOException {
        Tree tree = program(Optional.of(Natives.LINUX));
        tree.folder("runtime", runtime);
        return tree.program("gorizont", sources.text("unix/gorizont"));
    }

    /** For Windows on x64, with its Java. */
    Tree windows(Tree runtime) throws IOException {
        Tree tree = program(Optional.of(Natives.WINDOWS)).below("runtime", runtime);
        tree.text("gorizont.cmd", crlf(sources.text("windows/gorizont.cmd")));
        for (Map.Entry<String, String> script : FOR_A_PERSON.entrySet()) {
            tree.text(script.getValue(), crlf(sources.text("windows/" + script.getKey())));
        }
        tree.text("ПРОЧТИ.txt", BYTE_ORDER_MARK + crlf(sources.text("windows/README.ru.txt")));
        return tree.text("README.txt", BYTE_ORDER_MARK + crlf(sources.text("windows/README.txt")));
    }

    /** Every line with the end that Windows wants; its command interpreter stumbles over others. */
    static String crlf(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n");
    }

    private Tree program(Optional<String> natives) throws IOException {
        Tree tree = new Tree();
        for (Map.Entry<String, Path> library : sources.libraries().entrySet()) {
            Path jar = library.getValue();
            if (natives.isPresent() && Natives.in(jar)) {
                String wanted = natives.get();
                tree.add(library.getKey(), false, () -> Natives.only(wanted, jar, epoch));
            } else {
                tree.file(library.getKey(), jar);
            }
        }
        tree.add("VERSION", false, () -> (sources.version() + "\n").getBytes(StandardCharsets.UTF_8));
        return tree.file("LICENSE", sources.home().resolve("LICENSE"))
                .file("NOTICE", sources.home().resolve("NOTICE"));
    }

    private Tree readMe(Tree tree) throws IOException {
        return tree.text("README.ru.txt", sources.text("unix/README.ru.txt"))
                .text("README.txt", sources.text("unix/README.txt"));
    }
}
