// SPDX-License-Identifier: Apache-2.0
/**
 * Who a school is: genesis and links judged ({@link org.gorizont.protocol.identity.ChainCheck}), a new identity made,
 * and the recovery sheet from which the keys of an identity can be had again.
 *
 * <p>Owns no key at rest and no randomness: seeds and secrets come in as bytes. Which heads count under a chain is
 * {@code log}; who belongs to a circle is {@code membership}. docs/protocol.md, "Identity", is normative.
 */
@NullMarked
package org.gorizont.protocol.identity;

import org.jspecify.annotations.NullMarked;
