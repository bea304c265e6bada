// SPDX-License-Identifier: Apache-2.0
/**
 * A school's own records as files that an import reads again: what stands, in a folder that is there whole or not at all.
 *
 * <p>Owns the folder and its files. Does not own their columns (that is {@code importing}).
 */
@NullMarked
package org.gorizont.cli.exporting;

import org.jspecify.annotations.NullMarked;
