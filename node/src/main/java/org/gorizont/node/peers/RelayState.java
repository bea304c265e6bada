// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.util.Optional;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.model.Endpoint;

/**
 * How waiting at a relay goes.
 *
 * @param waiting connections that wait now
 * @param problem why none does, if it is known
 */
public record RelayState(Endpoint relay, int waiting, Optional<DialProblem> problem) {}
