// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

/**
 * Which bodies of one record go. Takes the versions of the record from the greatest to the least, and says of each what
 * becomes of its body. docs/protocol.md, "Bodies that go", is normative.
 *
 * <p>The same versions give the same answer, in whatever order entries and bodies came: a body goes once something newer
 * stands, and nothing of it is asked for from then on.
 */
public final class Superseding {
    private boolean superseded;
    private boolean erased;

    /** What becomes of a body. */
    public enum Fate {
        STAYS,
        /** It was held for what has passed. */
        DROPPED,
        /** The owner wants it gone, whatever was to be kept. */
        ERASED
    }

    /** What becomes of the body of the next older version, by those that were taken before it. */
    public Fate take(Version version) {
        Fate fate = fate(version);
        superseded |= version.decides();
        erased |= version.erases();
        return fate;
    }

    private Fate fate(Version version) {
        if (erased) {
            return Fate.ERASED;
        }
        return superseded && version.isLatest() ? Fate.DROPPED : Fate.STAYS;
    }

    /** Whether no body of an older version can go by what was taken so far. */
    public boolean isIdle() {
        return !superseded;
    }

    /**
     * Whether all that stands before this version in the logs had its fate when this version came, so that nobody needs to
     * look there: else each new version of a record would cost as much as it has versions.
     */
    public boolean isSettledBefore(Version version) {
        if (version.isRestated()) {
            return false;
        }
        if (version.erases()) {
            return true;
        }
        return !erased
                && switch (version.body()) {
                    case NONE, GONE -> true;
                    case HERE -> !version.isLatest();
                    case MISSING -> false;
                };
    }
}
