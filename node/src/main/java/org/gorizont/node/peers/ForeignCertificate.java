// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.security.cert.CertificateException;
import org.gorizont.protocol.core.DialProblem;

/** A certificate that is not that of the expected node, and what this says about who answered. */
final class ForeignCertificate extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final DialProblem problem;

    ForeignCertificate(DialProblem problem, String message) {
        super(message);
        this.problem = problem;
    }

    DialProblem problem() {
        return problem;
    }
}
