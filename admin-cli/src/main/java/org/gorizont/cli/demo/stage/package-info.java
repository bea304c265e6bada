// SPDX-License-Identifier: Apache-2.0
/**
 * What every demonstration needs: schools with real nodes on this computer, steps that are played and told, and the object that
 * programs read. Knows no story.
 */
@NullMarked
package org.gorizont.cli.demo.stage;

import org.jspecify.annotations.NullMarked;
