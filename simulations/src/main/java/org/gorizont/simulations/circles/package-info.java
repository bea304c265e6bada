// SPDX-License-Identifier: Apache-2.0
/**
 * Large circles on good lines: what one night off costs, and whether neighbours that are chosen at random hold a circle
 * together. Figures for {@code gorizont bench}; small ones run as tests.
 */
@NullMarked
package org.gorizont.simulations.circles;

import org.jspecify.annotations.NullMarked;
