// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import org.gorizont.protocol.model.LogId;

/** Asks for a proof about one log. */
public sealed interface ProofRequest extends Frame {
    LogId log();

    /** That the log of {@code oldSize} is a prefix of the log of {@code size}. */
    record OfConsistency(LogId log, long oldSize, long size) implements ProofRequest {}

    /** That the entry at {@code seq} is in the log of {@code size}. */
    record OfInclusion(LogId log, long seq, long size) implements ProofRequest {}
}
