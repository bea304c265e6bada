// SPDX-License-Identifier: Apache-2.0
/**
 * Runs one scenario with many seeds, several at a time: the only place in this module where more than one thread is at
 * work. Runs share nothing, and their figures come in the order of the seeds.
 */
@NullMarked
package org.gorizont.simulations.runs;

import org.jspecify.annotations.NullMarked;
