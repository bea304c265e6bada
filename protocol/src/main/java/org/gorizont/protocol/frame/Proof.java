// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import org.gorizont.protocol.merkle.Consistency;
import org.gorizont.protocol.merkle.Inclusion;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;

/** The answer to a proof request. */
public sealed interface Proof extends Frame {
    LogId log();

    record OfConsistency(LogId log, Consistency consistency) implements Proof {}

    record OfInclusion(LogId log, Inclusion inclusion, Hash leaf) implements Proof {}
}
