// SPDX-License-Identifier: Apache-2.0
/**
 * One small class a command: parse, call, print.
 *
 * <p>Owns what a person types and sees. Does not own the calls (that is {@code client}) nor any words (those are files).
 */
@NullMarked
package org.gorizont.cli.command;

import org.jspecify.annotations.NullMarked;
