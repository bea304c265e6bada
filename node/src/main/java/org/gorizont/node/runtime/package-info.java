// SPDX-License-Identifier: Apache-2.0
/**
 * The one thread that drives the replica: {@link org.gorizont.node.runtime.ReplicaLoop} takes what has happened out of
 * the {@link org.gorizont.node.runtime.Inbox}, lets the replica handle it, writes, and then carries out the other
 * effects through small ports.
 *
 * <p>Turn: up to 64 inputs that share one fsync. Latch: after a failed write the loop writes nothing else until that
 * write is known to have happened; what this school's people ask for is refused meanwhile, and what came from others
 * waits.
 *
 * <p>Owns no rule of the protocol, no connection and no page. Nothing but the loop touches the replica.
 */
@NullMarked
package org.gorizont.node.runtime;

import org.jspecify.annotations.NullMarked;
