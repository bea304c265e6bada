// SPDX-License-Identifier: Apache-2.0
/**
 * The replica of one school: routes what happens to the parts and fixes the order of what follows.
 *
 * <p>Owns the handshake of a link, the gate for foreign data, the answers to neighbours, and joining. Owns no algorithm:
 * trees are {@code merkle}, whose heads count is {@code log}, who belongs is {@code membership}, what differs is {@code
 * sync}, whom to tell is {@code gossip}.
 */
@NullMarked
package org.gorizont.protocol.replica;

import org.jspecify.annotations.NullMarked;
