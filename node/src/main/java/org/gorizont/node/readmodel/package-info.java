// SPDX-License-Identifier: Apache-2.0
/**
 * Folds of what is held here into answers for people, each with who says so and as of when.
 *
 * <p>A <b>fold</b> goes through the entries in the order of their arrival, keeps its own position, and can be dropped and
 * built again at any time; the order of arrival never changes what it ends with. Owns its own store. Does not own what is
 * held (that is {@code storage}) and never touches the replica.
 */
@NullMarked
package org.gorizont.node.readmodel;

import org.jspecify.annotations.NullMarked;
