// SPDX-License-Identifier: Apache-2.0
/**
 * {@code gorizont bench}: figures of this computer, each beside its baseline. Core figures come from the program
 * {@code simulations}, those of nodes from real processes.
 */
@NullMarked
package org.gorizont.cli.bench;

import org.jspecify.annotations.NullMarked;
