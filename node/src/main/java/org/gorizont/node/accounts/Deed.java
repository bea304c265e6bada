// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import java.time.Instant;

/**
 * One line of the history: who did what. Never holds a password, a code, a key or a pupil's name.
 *
 * @param number from 1, without gaps
 * @param account id of the account; empty for whoever had none
 * @param login as it was then; {@link #COMMAND} for the command line
 * @param what code of the action, as phrases name it
 * @param object what it was done to, for people; may be empty
 * @param before hash of the state before, empty when there was none
 * @param after hash of the state after, empty when there is none
 * @param done whether it was carried out; else it was refused
 * @param session name of the session, empty outside of one
 * @param program version that wrote the line
 */
public record Deed(
        long number,
        Instant at,
        String account,
        String login,
        String what,
        String object,
        String before,
        String after,
        boolean done,
        String session,
        String program) {
    /** The login in lines of the command line, which acts by the token of the data directory. */
    public static final String COMMAND = "gorizont";

    @Override
    public String toString() {
        return "deed " + number + " (LOCAL)";
    }
}
