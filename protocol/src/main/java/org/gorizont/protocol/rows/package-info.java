// SPDX-License-Identifier: Apache-2.0
/**
 * Tables of a school to records: reading the rows of a CSV file, checking every cell, and making cards of them.
 *
 * <p>Owns columns, what is wrong with a row, and the record that a row is, so that the command and the pages read the same
 * file alike. Does not own files, encodings on the disk, nor words for people: text comes in as characters, problems go
 * out as keys with values. Does not own the rules of records (that is {@code domain}).
 */
@NullMarked
package org.gorizont.protocol.rows;

import org.jspecify.annotations.NullMarked;
