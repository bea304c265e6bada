// SPDX-License-Identifier: Apache-2.0
/**
 * What the admin API and the pages share when people publish and withdraw records of their own school.
 *
 * <p>Owns the checks of a draft before the core sees it, and the name of what stands. Does not own drafts that wait
 * ({@code local}, {@code desk}), nor what is published (that is the core).
 */
@NullMarked
package org.gorizont.node.publishing;

import org.jspecify.annotations.NullMarked;
