// SPDX-License-Identifier: Apache-2.0
/** Tests of the connections between nodes, by honest nodes and by clients that say bytes no honest one would. */
@NullMarked
package org.gorizont.node.peers;

import org.jspecify.annotations.NullMarked;
