// SPDX-License-Identifier: Apache-2.0
/**
 * Processes of nodes that a command starts, and ends with it.
 */
@NullMarked
package org.gorizont.cli.process;

import org.jspecify.annotations.NullMarked;
