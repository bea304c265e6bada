// SPDX-License-Identifier: Apache-2.0
/**
 * The first steps of a school: what was typed so far and how far it has come, the recovery sheet until it was read back,
 * places that can be named instead of typed. Knows nothing of pages and of the running node.
 */
@NullMarked
package org.gorizont.node.setup;

import org.jspecify.annotations.NullMarked;
