// SPDX-License-Identifier: Apache-2.0
/**
 * The contract of the core: what comes in ({@link org.gorizont.protocol.core.Input}), what goes out ({@link
 * org.gorizont.protocol.core.Effect}), what is read ({@link org.gorizont.protocol.core.LogStore}), and the limits.
 *
 * <p>The parts ({@code log}, {@code gossip}, {@code sync}, {@code membership}) know this package and not each other.
 * Owns no behaviour.
 */
@NullMarked
package org.gorizont.protocol.core;

import org.jspecify.annotations.NullMarked;
