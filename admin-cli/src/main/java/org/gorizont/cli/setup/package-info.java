// SPDX-License-Identifier: Apache-2.0
/**
 * The first steps of a school: recovery sheet, identity, first cards.
 */
@NullMarked
package org.gorizont.cli.setup;

import org.jspecify.annotations.NullMarked;
