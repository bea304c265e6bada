// SPDX-License-Identifier: Apache-2.0
/**
 * What a person reads: words in two languages, tables, moments, failures, safe printing of foreign text.
 *
 * <p>Everything that others wrote goes through {@link org.gorizont.cli.text.Safe} before it reaches a terminal.
 */
@NullMarked
package org.gorizont.cli.text;

import org.jspecify.annotations.NullMarked;
