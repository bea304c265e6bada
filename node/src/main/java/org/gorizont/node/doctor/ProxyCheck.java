// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gorizont.node.config.PeersConfig;
import org.gorizont.protocol.core.DialProblem;

/** Whether the way out leads through a proxy, and whether it lets us through. */
final class ProxyCheck {
    private static final List<String> VARIABLES = List.of("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY");
    private static final List<DialProblem> PROBLEMS =
            List.of(DialProblem.PROXY_UNREACHABLE, DialProblem.PROXY_LOGIN, DialProblem.PROXY_REFUSED);

    private ProxyCheck() {}

    static List<Finding> stopped(PeersConfig peers) {
        return of(peers, Stream.empty(), System.getenv());
    }

    static List<Finding> of(PeersConfig peers, Stream<DialProblem> problems, Map<String, String> environment) {
        if (peers.proxy().isEmpty()) {
            Optional<String> told = VARIABLES.stream()
                    .filter(name -> !environment.getOrDefault(name, "").isBlank())
                    .findFirst();
            return List.of(told.map(name -> Finding.of(Diagnosis.PROXY_FOR_OTHERS, name))
                    .orElseGet(() -> Finding.of(Diagnosis.PROXY_NONE)));
        }
        Optional<DialProblem> problem = problems.filter(PROBLEMS::contains).findFirst();
        return List.of(problem.map(
                        why -> Finding.of(Diagnosis.PROXY_FAILS, peers.proxy().get(), why))
                .orElseGet(() -> Finding.of(Diagnosis.PROXY_SET, peers.proxy().get())));
    }
}
