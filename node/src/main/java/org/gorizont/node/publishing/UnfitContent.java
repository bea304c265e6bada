// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.publishing;

/** Content that is no readable record of its kind, or too large; the message says which. */
public final class UnfitContent extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitContent(String why) {
        super(why);
    }
}
