// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import org.gorizont.protocol.merkle.ForkProof;

/** What the gate says of foreign data. */
public sealed interface Verdict {
    /** New and held from now on. */
    record Accepted() implements Verdict {}

    /** Held already; nothing changes. */
    record Known() implements Verdict {}

    /** Something before it is missing; ask for that. */
    record Early(long held) implements Verdict {}

    /** Its school's identity chain is not known well enough yet. */
    record Unidentified() implements Verdict {}

    /** Not for us: no circle of ours has this log. */
    record Uninvited() implements Verdict {}

    /** Nothing is stored. */
    record Rejected(String reason) implements Verdict {}

    /** The log does not grow any more: sealed, over a limit, or forked below. */
    record Stopped(String reason) implements Verdict {}

    /** It contradicts what is held; the peer must show how. */
    record Contradicts() implements Verdict {}

    record Forked(ForkProof proof) implements Verdict {}
}
