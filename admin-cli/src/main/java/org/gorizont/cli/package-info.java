// SPDX-License-Identifier: Apache-2.0
/**
 * The {@code gorizont} command: reads what is asked, finds its command, ends with an exit code.
 *
 * <p>Owns the order of start: language, output, commands. Owns no work of any command.
 */
@NullMarked
package org.gorizont.cli;

import org.jspecify.annotations.NullMarked;
