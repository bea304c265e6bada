// SPDX-License-Identifier: Apache-2.0
/**
 * What schools share with each other: the record kinds, as values that are checked when they are made, and the words
 * that they use.
 *
 * <p>Owns the rules of a single record. Does not own bytes on the wire (that is {@code codec}), how records replace each
 * other (that is a read model's fold), nor the text of any vocabulary (those are files).
 *
 * <p>No field here takes a person's name, a personal phone or a list of people: such things never enter an entry.
 */
@NullMarked
package org.gorizont.protocol.domain;

import org.jspecify.annotations.NullMarked;
