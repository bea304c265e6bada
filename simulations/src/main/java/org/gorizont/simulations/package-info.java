// SPDX-License-Identifier: Apache-2.0
/** The command {@code gorizont simulate}: runs with faults for engineers, plans for those who build a network. */
@NullMarked
package org.gorizont.simulations;

import org.jspecify.annotations.NullMarked;
