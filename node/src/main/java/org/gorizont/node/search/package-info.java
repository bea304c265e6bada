// SPDX-License-Identifier: Apache-2.0
/**
 * One box for practices, resources and schools: a Lucene index that catches up by itself, and what asks it.
 *
 * <p>Owns word forms, the index with its own position, and the reading of what people type. Does not own the records:
 * hits are shown as {@code readmodel} knows them, so that nothing withdrawn appears.
 */
@NullMarked
package org.gorizont.node.search;

import org.jspecify.annotations.NullMarked;
