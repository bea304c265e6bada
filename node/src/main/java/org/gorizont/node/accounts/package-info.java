// SPDX-License-Identifier: Apache-2.0
/**
 * Who of the school may do what on this node: accounts, passwords, sessions, the history of what they did, and
 * what each is to be told.
 *
 * <p>Owns people, their roles and what a role allows. LOCAL by place: names stand here and nowhere else; only {@code web},
 * {@code admin} and the wiring see this package. Does not own what an action does, nor what it looks like. A role here is
 * a right on this node; a role in a network ({@code membership}) is a label without rights.
 */
@NullMarked
package org.gorizont.node.accounts;

import org.jspecify.annotations.NullMarked;
