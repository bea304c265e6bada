// SPDX-License-Identifier: Apache-2.0
/**
 * Connections to other nodes: who may knock, the TLS handshake, and one stream of frames a connection. {@link
 * org.gorizont.node.peers.Links} is the door to it.
 *
 * <p>Owns sockets, queues, time limits and the counting of what strangers do; knows of another node only the Ed25519
 * key that its handshake proved. Who that is, and what may be said to it, is decided by the replica; bytes become frames
 * in {@code codec}. A <i>link</i> is one stream, a <i>stranger</i> a connection that has not said Hello, a <i>hint</i> a
 * frame that may be lost.
 */
@NullMarked
package org.gorizont.node.peers;

import org.jspecify.annotations.NullMarked;
