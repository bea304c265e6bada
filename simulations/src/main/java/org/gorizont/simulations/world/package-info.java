// SPDX-License-Identifier: Apache-2.0
/**
 * A virtual world for replicas: clock, event queue, random streams, links, machines that crash. One thread; one seed, one
 * outcome.
 *
 * <p>Owns no judgement (that is {@code checkers}) and decides no faults by itself (that is {@code faults}).
 */
@NullMarked
package org.gorizont.simulations.world;

import org.jspecify.annotations.NullMarked;
