// SPDX-License-Identifier: Apache-2.0
/**
 * The scenario of a planner: read from YAML, with every mistake told at once, by line and with the nearest known word.
 *
 * <p>All scalars are text and typed here, since YAML reads some words as something else. English keys are the canonical
 * ones; their Russian forms come from one file, {@code words.properties}. Owns no simulation.
 */
@NullMarked
package org.gorizont.simulations.scenario;

import org.jspecify.annotations.NullMarked;
