// SPDX-License-Identifier: Apache-2.0
/**
 * Owns {@code gorizont package}: what goes into each package, and the forms of archives, byte for byte the same for the same
 * jars. Does not own how a node is started (package {@code process}), nor the scripts that lie in packages: these stand in
 * {@code admin-cli/src/main/packaging}.
 */
@NullMarked
package org.gorizont.cli.packaging;

import org.jspecify.annotations.NullMarked;
