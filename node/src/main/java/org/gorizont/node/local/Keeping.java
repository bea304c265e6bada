// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.local;

/** What became of a draft. */
public sealed interface Keeping {
    /** It is on disk under this number; or was before, if the same was wanted already. */
    record Kept(int number) implements Keeping {}

    /** It is not kept. */
    record NotKept(Obstacle why) implements Keeping {}

    /** Why a draft is not kept. */
    enum Obstacle {
        /** As many drafts, or bytes of drafts, are there as are kept. */
        FULL,
        /** The disk does not take it. */
        DISK
    }
}
