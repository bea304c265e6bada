// SPDX-License-Identifier: Apache-2.0
/**
 * The guides as pages: {@code guide}, {@code operating}, {@code install} and {@code roles} of docs/, which the build puts into the
 * program, turned into HTML in both languages.
 *
 * <p>Owns which guides there are, the names of their sections and the way from Markdown to HTML: nothing in a guide becomes
 * markup of its own, and nothing in it is fetched from elsewhere. Does not own what the guides say, nor which page needs which section.
 */
@NullMarked
package org.gorizont.node.web.help;

import org.jspecify.annotations.NullMarked;
