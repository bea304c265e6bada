// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

/** What became of a change of a draft. */
public sealed interface Saving {
    /** It is on disk. */
    record Saved(Sheet sheet) implements Saving {}

    /** Somebody, or another window, has changed the draft meanwhile; nothing was written. */
    record Overtaken(Sheet now) implements Saving {}

    /** There is no such draft. */
    record Missing() implements Saving {}

    /** It is not written; what was there before is still there. */
    record NotSaved(Obstacle why) implements Saving {}

    /** Why a draft is not written. */
    enum Obstacle {
        /** As many drafts, or bytes of drafts, are there as are kept. */
        FULL,
        /** The draft alone is larger than one may be. */
        TOO_LARGE,
        /** The disk does not take it. */
        DISK
    }
}
