// SPDX-License-Identifier: Apache-2.0
/**
 * Finding out what a neighbour has and we have not, and asking for it: cursors, coded symbols (rateless IBLT), ranges.
 *
 * <p>Sources: Yang et al., "Practical Rateless Set Reconciliation" (SIGCOMM 2024). Owns no verification: heads and
 * entries that come back go through the gate of {@code replica}.
 */
@NullMarked
package org.gorizont.protocol.sync;

import org.jspecify.annotations.NullMarked;
