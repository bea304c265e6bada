// SPDX-License-Identifier: Apache-2.0
/**
 * Finding what two nodes hold differently.
 *
 * <p>Words: an <em>item</em> is eight bytes that stand for one (log, head) under an {@link
 * org.gorizont.protocol.sync.ItemKey}; a <em>coded symbol</em> is a sum over about 2/(i+2) of a set's items, {@code i}
 * being its index; a symbol is <em>pure</em> when it holds one item; taking pure items out of all their symbols is
 * <em>peeling</em>. The method is that of Yang, Gilad, Alizadeh: "Practical Rateless Set Reconciliation", SIGCOMM 2024;
 * docs/protocol.md, "Coded symbols", defines every byte.
 *
 * <p>Owns the sums, their packed form and the decoder. Does not own which logs are in the set, the frames that carry
 * symbols, or what is fetched afterwards.
 */
@NullMarked
package org.gorizont.protocol.sync;

import org.jspecify.annotations.NullMarked;
