// SPDX-License-Identifier: Apache-2.0
/**
 * Everything one node says to another, on a stream or in a bundle, as values. docs/protocol.md, "Frames", is normative.
 *
 * <p>Owns no bytes (that is {@code codec}) and no behaviour. A frame that exists is well-formed; nothing in it is
 * verified.
 */
@NullMarked
package org.gorizont.protocol.frame;

import org.jspecify.annotations.NullMarked;
