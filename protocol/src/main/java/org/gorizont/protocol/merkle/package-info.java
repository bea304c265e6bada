// SPDX-License-Identifier: Apache-2.0
/**
 * The Merkle tree of a log (RFC 6962 §2.1, RFC 9162 §2.1) as pure functions over leaf hashes.
 *
 * <p>Words: a <em>leaf</em> is the hash of one entry at its seq. A <em>perfect subtree</em> of level {@code l} and index
 * {@code i} has the 2<sup>l</sup> leaves from {@code i << l}; its hash never changes once all its leaves are there. A
 * <em>compact range</em> is the list of perfect subtrees, largest first, that cover {@code [0, size)}: one for each bit
 * that is set in {@code size}. A <em>tile</em> stores up to 256 hashes of one of the levels 0, 8, 16, ….
 *
 * <p>A root does not bind the size of its tree: two trees of different sizes and shapes can have one root. So a size is
 * worth as much as its source: whoever checks a proof takes the sizes from signed heads.
 *
 * <p>Owns no entries, signatures, identity chains or storage: whether a signature holds, whose key it is and what
 * follows from a proof is decided in {@code log}; tiles are read through {@link HashTiles.TileReader} and written by the caller.
 */
@NullMarked
package org.gorizont.protocol.merkle;

import org.jspecify.annotations.NullMarked;
