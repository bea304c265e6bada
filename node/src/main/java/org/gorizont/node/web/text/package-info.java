// SPDX-License-Identifier: Apache-2.0
/**
 * How things are said to people: two languages, numbers with their nouns, dates of the school's own clock.
 *
 * <p>Owns wording. Does not own what is said, nor names of codes (those are {@code vocabulary}).
 */
@NullMarked
package org.gorizont.node.web.text;

import org.jspecify.annotations.NullMarked;
