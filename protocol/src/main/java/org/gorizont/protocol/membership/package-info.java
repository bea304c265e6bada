// SPDX-License-Identifier: Apache-2.0
/**
 * Who belongs to a circle, and what follows from it: a fold of CONTROL entries into members, the drafts of such
 * entries, what is served to whom, and invitations. docs/protocol.md, "Circles", is normative.
 *
 * <p>Words: a school is a <em>member</em> of a circle if what is held says so; a <em>candidate</em> is a school whose
 * logs are needed in order to find out; a <em>provisional</em> member is the inviter while a join is under way.
 *
 * <p>Owns no storage and no connections, and does not ask whether entries are genuine: only held entries are folded.
 */
@NullMarked
package org.gorizont.protocol.membership;

import org.jspecify.annotations.NullMarked;
