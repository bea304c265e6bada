// SPDX-License-Identifier: Apache-2.0
/** Baselines that only this module can measure, for {@code gorizont bench}. */
@NullMarked
package org.gorizont.node.bench;

import org.jspecify.annotations.NullMarked;
