// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.time.LocalDate;
import java.util.List;

/** What a proposal would change if enough schools of its electorate say yes. */
public sealed interface Action {
    /** The schools that vote from then on. They are members, too, whoever has sponsored them. */
    record SealElectorate(List<SchoolId> members) implements Action {
        public static final int MAX_MEMBERS = 1_024;

        /** @param members ascending, each once, at least one */
        public SealElectorate {
            members = List.copyOf(members);
            Checks.that(!members.isEmpty() && members.size() <= MAX_MEMBERS, "electorate has " + members.size());
            for (int i = 1; i < members.size(); i++) {
                Checks.that(members.get(i - 1).compareTo(members.get(i)) < 0, "members are not in ascending order");
            }
        }
    }

    /**
     * The school is no member any more.
     *
     * @param cut heads of its logs: what it wrote in this circle beyond them has no effect, what it wrote before keeps it
     */
    record RemoveSchool(SchoolId school, List<SignedHead> cut) implements Action {
        public RemoveSchool {
            cut = Cut.of(school, cut);
        }
    }

    /** Name and k change at once, the fractions with the next electorate. */
    record AmendCharter(Terms terms) implements Action {}

    /**
     * A label without any right over what others hold.
     *
     * @param role a code of lower-case letters and '-', 1 to 40 characters; unknown ones are shown as they are
     * @param until last day, for display only
     */
    record GrantRole(SchoolId school, String role, LocalDate until) implements Action {
        private static final int MAX_ROLE_LENGTH = 40;

        public GrantRole {
            boolean fits = !role.isEmpty()
                    && role.length() <= MAX_ROLE_LENGTH
                    && role.chars().allMatch(c -> c >= 'a' && c <= 'z' || c == '-');
            Checks.that(fits, "role is not 1 to " + MAX_ROLE_LENGTH + " lower-case letters and '-'");
        }
    }

    /** The school does not work for a while; it stays a member, and the next electorate can do without it. */
    record DeclareDormant(SchoolId school) implements Action {}

    /** The school has lost its keys and its sheet, and comes back under a new identity. */
    record NameSuccessor(SchoolId before, SchoolId after, List<SignedHead> cut) implements Action {
        public NameSuccessor {
            Checks.that(!before.equals(after), "a school cannot be its own successor");
            cut = Cut.of(before, cut);
        }
    }
}
