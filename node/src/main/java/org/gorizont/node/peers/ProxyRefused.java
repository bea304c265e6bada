// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.io.IOException;
import org.gorizont.protocol.core.DialProblem;

/** The proxy did not let a connection through, or could not be asked. */
final class ProxyRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final DialProblem problem;

    ProxyRefused(DialProblem problem, String message) {
        super(message);
        this.problem = problem;
    }

    DialProblem problem() {
        return problem;
    }
}
