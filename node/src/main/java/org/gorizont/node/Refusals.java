// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gorizont.node.config.ConfigProblem;
import org.gorizont.node.config.ConfigRefused;
import org.gorizont.node.storage.StoreRefused;

/**
 * Why a node does not start, as a line for the command that has started it: {@code why: CODE}, then values with tabs
 * before them. What has no code is told by its message alone.
 */
final class Refusals {
    private static final String PREFIX = "why: ";
    private static final String PART_END = "\u001f";

    private Refusals() {}

    static Optional<String> line(Exception refusal) {
        return switch (refusal) {
            case PortTaken taken ->
                Optional.of(line(
                        taken.closed() ? "PORT_CLOSED" : "PORT",
                        List.of(Integer.toString(taken.port()), taken.table())));
            case ConfigRefused config ->
                Optional.of(line(
                        "SETTINGS",
                        config.causes().stream().map(Refusals::coded).toList()));
            case StoreRefused store -> store.why().map(why -> line(why.name(), List.of(store.subject())));
            default -> Optional.empty();
        };
    }

    /** A mistake as one value: its parts with unit separators between them. */
    private static String coded(ConfigProblem mistake) {
        return mistake.parts().stream()
                .map(part -> part.replaceAll("\\p{Cntrl}+", " "))
                .collect(Collectors.joining(PART_END));
    }

    private static String line(String code, List<String> values) {
        return PREFIX + code + "\t" + String.join("\t", values).replace('\n', ' ');
    }
}
