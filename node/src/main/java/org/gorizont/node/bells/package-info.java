// SPDX-License-Identifier: Apache-2.0
/**
 * The bells of this school: when its lessons begin and end, typed once, so that nobody types times with every lesson.
 *
 * <p>Owns their rules and their file. LOCAL by place: a lesson that is published carries its own clock times, so that a
 * later change of bells moves nothing. Does not own what is free or busy (that is {@code protocol.domain}).
 */
@NullMarked
package org.gorizont.node.bells;

import org.jspecify.annotations.NullMarked;
