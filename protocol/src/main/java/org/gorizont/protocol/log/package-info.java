// SPDX-License-Identifier: Apache-2.0
/**
 * Rules of logs: writing one's own, which signed heads count, whose bodies go, and two versions of one log found and
 * proven.
 *
 * <p>Owns no tree arithmetic (that is {@code merkle}) and no storage: what is read comes through {@link
 * org.gorizont.protocol.core.LogStore}, what is to be written leaves as {@link org.gorizont.protocol.core.Change}.
 * docs/protocol.md, "Logs", is normative.
 */
@NullMarked
package org.gorizont.protocol.log;

import org.jspecify.annotations.NullMarked;
