// SPDX-License-Identifier: Apache-2.0
/**
 * Runs with faults: a seed decides machines, circles, weather, faults and work; the checkers look on.
 *
 * <p>Faults are values in a plan, drawn before the run, so that one of them can be left out without moving the others.
 */
@NullMarked
package org.gorizont.simulations.faults;

import org.jspecify.annotations.NullMarked;
