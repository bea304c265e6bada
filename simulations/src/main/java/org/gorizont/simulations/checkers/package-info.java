// SPDX-License-Identifier: Apache-2.0
/**
 * Judges a virtual world: what must be true after every step ({@code Invariants}), and what must be true some time after
 * the last fault ({@code Convergence}). The words P1, P2, ... are the promises of docs/invariants.md.
 *
 * <p>Owns its own record of the truth and asks no replica for it. Changes nothing in the world.
 */
@NullMarked
package org.gorizont.simulations.checkers;

import org.jspecify.annotations.NullMarked;
