// SPDX-License-Identifier: Apache-2.0
/**
 * Values of the protocol: identities, logs, entries, heads, circles. Each is immutable and checked when it is made, so
 * that an instance is proof that its bytes alone are well-formed.
 *
 * <p>Owns no bytes on the wire (that is {@code codec}), no hashing or signing (that is {@code crypto}), no rule that
 * needs a second value (those are {@code log}, {@code membership} and {@code domain}).
 */
@NullMarked
package org.gorizont.protocol.model;

import org.jspecify.annotations.NullMarked;
