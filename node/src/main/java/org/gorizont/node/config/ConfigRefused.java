// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import java.util.List;

/** The configuration cannot be used; the message lists every problem, one a line. */
public final class ConfigRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> causes;

    ConfigRefused(String file, List<ConfigProblem> causes) {
        super(file + ":\n  " + String.join("\n  ", inEnglish(causes)));
        this.causes = List.copyOf(causes);
    }

    /** Every mistake, in the order of the file. */
    public List<ConfigProblem> causes() {
        return causes;
    }

    /** The same in English. */
    List<String> problems() {
        return inEnglish(causes);
    }

    private static List<String> inEnglish(List<ConfigProblem> causes) {
        return causes.stream().map(ConfigProblem::toString).toList();
    }
}
