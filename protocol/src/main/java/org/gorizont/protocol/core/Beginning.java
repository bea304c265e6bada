// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.model.SignedHead;

/**
 * Where a log begins here.
 *
 * @param floor first seq whose entry is here: what mattered below it was stated again above it
 * @param tree compact range from whose end on the tree is known; empty if it is known from the start
 */
public record Beginning(long floor, CompactRange tree) {
    /** Every entry, and the whole tree. */
    public static final Beginning WHOLE = new Beginning(0, CompactRange.empty());

    /** As {@code head} says, unless the floor was higher before: it only rises. */
    public Beginning under(SignedHead head) {
        return head.floor() > floor ? new Beginning(head.floor(), tree) : this;
    }

    /** The tree is known from the end of {@code range} on; {@code nothing} is held before it, or entries that stay for now. */
    public Beginning from(CompactRange range, boolean nothing) {
        return new Beginning(nothing ? range.size() : floor, range);
    }
}
