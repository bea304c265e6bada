// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.bundle;

import org.gorizont.protocol.frame.BundleEnd;
import org.gorizont.protocol.frame.BundleHeader;
import org.gorizont.protocol.frame.Frame;

/** What a reader finds in a bundle, one after another. */
public sealed interface BundlePiece {
    /** Comes first. */
    record Opened(BundleHeader header) implements BundlePiece {}

    record Carried(Frame frame) implements BundlePiece {}

    /** A whole record that cannot be understood; what follows may well be. */
    record Unreadable(String problem) implements BundlePiece {}

    /** The file is complete. */
    record Ended(BundleEnd end) implements BundlePiece {}

    /** Nothing behind this place is read. What came before is as good as ever. */
    record Broken(Flaw flaw, String problem) implements BundlePiece {}

    /** Why a file is read no further. */
    enum Flaw {
        /** It is something else. */
        NO_BUNDLE,
        /** A newer program has written it. */
        NEWER,
        /** It ends in the middle: it was not written to its end, or not copied wholly. */
        TORN,
        /** Bytes in it have changed. */
        DAMAGED,
        /** It is larger than bundles are. */
        TOO_LARGE,
        /** Something stands behind its end. */
        TRAILING
    }
}
