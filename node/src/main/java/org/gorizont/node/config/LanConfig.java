// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.config.ConfigProblem.Kind;

/**
 * The pages in the school's network, over TLS.
 *
 * @param names under which other computers ask for them, addresses or names, in lower case; none: they are not open
 * @param certificate of the school's own, in PEM with all above it; empty: the node makes one
 * @param key of that certificate, in PEM without a password
 */
public record LanConfig(List<String> names, int port, Optional<Path> certificate, Optional<Path> key) {
    public static final LanConfig DEFAULTS = new LanConfig(List.of(), 7743, Optional.empty(), Optional.empty());

    private static final int MAX_NAMES = 8;

    public LanConfig {
        names = List.copyOf(names);
    }

    public boolean isOpen() {
        return !names.isEmpty();
    }

    static LanConfig read(Section section) {
        LanConfig read = new LanConfig(
                section.hostNames("names", MAX_NAMES),
                section.number("port", DEFAULTS.port, 1, Section.MAX_PORT),
                section.folder("certificate"),
                section.folder("key"));
        if (read.certificate.isPresent() != read.key.isPresent()) {
            boolean keyAlone = read.key.isPresent();
            section.problem(Kind.NEEDS, keyAlone ? "key" : "certificate", keyAlone ? "certificate" : "key");
        }
        return read;
    }
}
