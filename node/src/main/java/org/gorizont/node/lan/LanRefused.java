// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.lan;

import java.io.Serial;
import org.gorizont.node.config.ConfigProblem;
import org.gorizont.node.config.ConfigProblem.Kind;

/** The pages cannot be opened to the school's network, for a mistake in the settings. */
public final class LanRefused extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient ConfigProblem problem;

    LanRefused(Kind kind, String key, Object... values) {
        this(ConfigProblem.of(kind, "web.lan." + key, values));
    }

    private LanRefused(ConfigProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public ConfigProblem problem() {
        return problem;
    }
}
