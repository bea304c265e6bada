// SPDX-License-Identifier: Apache-2.0
/**
 * Founding a network and joining one, as admin API and pages share it: what is given to the loop, and following an attempt
 * until it is decided. Knows nothing of either.
 */
@NullMarked
package org.gorizont.node.circles;

import org.jspecify.annotations.NullMarked;
