// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import java.time.Instant;
import java.util.Set;

/**
 * Something that somebody else did to what is one's own; LOCAL.
 *
 * @param number from 1 for each account, never given twice
 * @param by id of the account that did it; empty for the command line
 */
public record Notice(long number, Instant at, String by, Event event) {
    /** Names nothing of the content: this may come into a log line by mistake. */
    @Override
    public String toString() {
        return "notice " + number + " (LOCAL)";
    }

    /** What happened. */
    public sealed interface Event {
        /** A draft that this person wrote was published. */
        record Published(Work work) implements Event {}

        /** A record that this person wrote was changed. */
        record Changed(Work work) implements Event {}

        /** This person may do other things from now on. */
        record Roles(Set<Role> roles) implements Event {
            public Roles {
                roles = Set.copyOf(roles);
            }
        }

        /** A code was given in place of this person's password. */
        record NewCode() implements Event {}
    }

    /**
     * A record that somebody wrote.
     *
     * @param kind code of its form
     * @param record id of the record
     * @param title as it was called then; may be empty
     */
    public record Work(String kind, String record, String title) {
        @Override
        public String toString() {
            return "work (LOCAL)";
        }
    }
}
