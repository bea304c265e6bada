// SPDX-License-Identifier: Apache-2.0
/**
 * One school's node: {@link org.gorizont.node.GorizontNode} wires the parts, {@link org.gorizont.node.NodeMain} runs them
 * as a process.
 *
 * <p>Owns no rule of its own; the packages below do.
 */
@NullMarked
package org.gorizont.node;

import org.jspecify.annotations.NullMarked;
