// SPDX-License-Identifier: Apache-2.0
/**
 * «Рабочий стол»: what people of this school are writing and have not published, and the forms in which they write it.
 *
 * <p>Owns drafts that people type, the forms of the record kinds, and the search for personal data in what was typed.
 * LOCAL by place: only {@code web}, {@code admin} and the wiring see this package, and it sends, logs and counts nothing.
 * Does not own who may do what (that is {@code accounts}), publishing, nor drafts of what was refused (that is {@code
 * local}).
 */
@NullMarked
package org.gorizont.node.desk;

import org.jspecify.annotations.NullMarked;
