// SPDX-License-Identifier: Apache-2.0
/**
 * What is on each page: values that the templates in {@code src/main/jte} show, one record a page.
 *
 * <p>Templates hold no decisions beyond "if there is one" and "for each"; those are taken here. Everything that comes
 * from schools is text, never markup and never a link.
 */
@NullMarked
package org.gorizont.node.web.page;

import org.jspecify.annotations.NullMarked;
