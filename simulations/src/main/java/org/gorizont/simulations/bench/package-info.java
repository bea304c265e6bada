// SPDX-License-Identifier: Apache-2.0
/**
 * Measurements of the pure core, each beside its baseline in the same run: {@code gorizont bench}. Reads the real clock,
 * as nothing else in this module may.
 */
@NullMarked
package org.gorizont.simulations.bench;

import org.jspecify.annotations.NullMarked;
