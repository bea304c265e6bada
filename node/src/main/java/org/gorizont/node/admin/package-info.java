// SPDX-License-Identifier: Apache-2.0
/**
 * The admin API: what the school's own people and the {@code gorizont} command ask of their node, over gRPC on loopback,
 * for whoever shows the token of this start.
 *
 * <p>Owns the port, its token, and the forms of questions and answers. Changes things only by an input to the loop, and
 * reads only what the read models and small ports here offer. Does not own any rule of the protocol.
 */
@NullMarked
package org.gorizont.node.admin;

import org.jspecify.annotations.NullMarked;
