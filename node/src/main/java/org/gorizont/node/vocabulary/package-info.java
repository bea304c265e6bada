// SPDX-License-Identifier: Apache-2.0
/**
 * The word files of this node: those that the program brings, and those that its school has put in their place.
 *
 * <p>Owns where the files are. Does not own their form (that is {@code protocol.domain}) nor which field uses which.
 */
@NullMarked
package org.gorizont.node.vocabulary;

import org.jspecify.annotations.NullMarked;
