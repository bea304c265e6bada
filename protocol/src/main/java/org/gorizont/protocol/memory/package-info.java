// SPDX-License-Identifier: Apache-2.0
/**
 * A store in memory with the contract of a store on disk: {@link org.gorizont.protocol.memory.MemoryLogStore}, which the
 * simulator and the tests of {@code protocol} use. It can lose what was not synced, and it can be copied.
 * {@link org.gorizont.protocol.memory.Planting} writes into it what no replica would.
 *
 * <p>Owns no rule of its own: {@link org.gorizont.protocol.core.LogStore} and {@link
 * org.gorizont.protocol.core.Change} say what it does.
 */
@NullMarked
package org.gorizont.protocol.memory;

import org.jspecify.annotations.NullMarked;
