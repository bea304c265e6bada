// SPDX-License-Identifier: Apache-2.0
/**
 * The pages that people of this school read in a browser: the server, its gate against foreign pages, and the routes.
 *
 * <p>Reads only from {@code readmodel} and {@code search}; changes nothing. Does not own words ({@code web.text}) nor
 * what is on a page ({@code web.page} and the templates in {@code src/main/jte}).
 */
@NullMarked
package org.gorizont.node.web;

import org.jspecify.annotations.NullMarked;
