// SPDX-License-Identifier: Apache-2.0
/** Schools of the tests: alice, bob, carol, and mallory who lies. Everything follows from their names. */
@NullMarked
package org.gorizont.protocol.actors;

import org.jspecify.annotations.NullMarked;
