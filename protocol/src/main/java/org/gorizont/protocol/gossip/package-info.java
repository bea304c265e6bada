// SPDX-License-Identifier: Apache-2.0
/**
 * Whom to talk to and what to tell unasked: neighbours to dial, head notices, receipts. Nothing here is needed for
 * correctness; it makes the network quick.
 */
@NullMarked
package org.gorizont.protocol.gossip;

import org.jspecify.annotations.NullMarked;
