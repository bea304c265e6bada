// SPDX-License-Identifier: Apache-2.0
/** Tells people and programs what the runs of a scenario have shown: in Russian, in English, as JSON. */
@NullMarked
package org.gorizont.simulations.report;

import org.jspecify.annotations.NullMarked;
