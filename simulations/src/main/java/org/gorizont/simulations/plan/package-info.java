// SPDX-License-Identifier: Apache-2.0
/**
 * Plays a scenario with the real core: schools come and go by their hours, publish, and what is new is followed until all
 * know it. One run is one seed and one thread.
 *
 * <p>Owns the figures, not their words (that is {@code report}).
 */
@NullMarked
package org.gorizont.simulations.plan;

import org.jspecify.annotations.NullMarked;
