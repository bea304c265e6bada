// SPDX-License-Identifier: Apache-2.0
/**
 * A relay: joins two connections that were both dialled, byte by byte, so that two nodes meet that nobody can dial. {@link
 * org.gorizont.node.relay.Relay} is the door to it.
 *
 * <p>Owns sockets, preambles and limits. Has no school, no vote and no copy of anything; TLS goes through it from end to
 * end, so it reads nothing but the preamble and keeps nothing but numbers. How nodes use a relay belongs to {@code peers}.
 */
@NullMarked
package org.gorizont.node.relay;

import org.jspecify.annotations.NullMarked;
