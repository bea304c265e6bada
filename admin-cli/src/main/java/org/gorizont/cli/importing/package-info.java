// SPDX-License-Identifier: Apache-2.0
/**
 * Files of a school to records: reading CSV and JSON Lines, checking every row, comparing with what is published; and
 * records to rows of such files.
 *
 * <p>Owns columns, row errors and record ids of rows. Does not own the rules of records (that is {@code
 * protocol.domain}).
 */
@NullMarked
package org.gorizont.cli.importing;

import org.jspecify.annotations.NullMarked;
