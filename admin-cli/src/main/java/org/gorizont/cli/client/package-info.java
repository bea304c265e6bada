// SPDX-License-Identifier: Apache-2.0
/**
 * The admin API as a command uses it: finding the node of a data directory, its token, and failures in plain words.
 */
@NullMarked
package org.gorizont.cli.client;

import org.jspecify.annotations.NullMarked;
