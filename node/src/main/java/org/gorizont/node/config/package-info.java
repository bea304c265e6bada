// SPDX-License-Identifier: Apache-2.0
/**
 * What people set: one file, {@code gorizont.toml} in the data directory, read once at the start. Everything has a
 * default; a missing file is all defaults. Every problem of the file is told at once, and a key that nobody knows is a
 * problem, so that a slip of the pen cannot pass for a setting.
 *
 * <p>Owns no secret and no data: keys are in {@code identity}, everything else in the store.
 */
@NullMarked
package org.gorizont.node.config;

import org.jspecify.annotations.NullMarked;
