// SPDX-License-Identifier: Apache-2.0
/**
 * Bundles: the frames of the exchange in a file, for schools between which only people travel. Owns what goes into a bundle
 * and in which order, and the form of the file; docs/protocol.md, "Bundles", is normative.
 *
 * <p>Does not judge what a bundle brings: its frames go through the parts of {@code replica} that judge those of a link.
 */
@NullMarked
package org.gorizont.protocol.bundle;

import org.jspecify.annotations.NullMarked;
