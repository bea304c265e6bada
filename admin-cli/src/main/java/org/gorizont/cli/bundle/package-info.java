// SPDX-License-Identifier: Apache-2.0
/**
 * Files of bundles on a stick: written so that an unfinished one has another name, read as far as the stick gives.
 *
 * <p>Does not look into the files; that is the node's part.
 */
@NullMarked
package org.gorizont.cli.bundle;

import org.jspecify.annotations.NullMarked;
