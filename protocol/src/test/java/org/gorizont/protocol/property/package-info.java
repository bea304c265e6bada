// SPDX-License-Identifier: Apache-2.0
/**
 * Property tests: one test body, many seeds. A failing seed is printed with the words that replay it.
 *
 * <p>Owns seeds and their replay, not how test data is made out of a generator.
 */
@NullMarked
package org.gorizont.protocol.property;

import org.jspecify.annotations.NullMarked;
