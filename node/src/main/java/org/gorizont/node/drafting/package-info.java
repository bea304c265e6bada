// SPDX-License-Identifier: Apache-2.0
/**
 * How drafts come to the desk: over what stands of a record, and from the rows of a table.
 *
 * <p>Shared by pages and admin API. LOCAL by place, as the desk is: sends, logs and counts nothing. Does not own drafts
 * (that is {@code desk}), nor what a row means (that is {@code protocol.rows}).
 */
@NullMarked
package org.gorizont.node.drafting;

import org.jspecify.annotations.NullMarked;
