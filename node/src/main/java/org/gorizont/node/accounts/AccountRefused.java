// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

/** A change of an account that is not made; nothing has changed. */
public final class AccountRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Why why;

    public AccountRefused(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** The reasons; each has words for people, and a next step. */
    public enum Why {
        /** The code is not this one, was used, or is too old. */
        CODE,
        /** Who is to take something over may not enter, or is the same. */
        HEIR,
        /** Who is to take drafts over has no role to write such ones. */
        HEIR_MAY_NOT,
        /** Somebody with drafts is blocked, and it is not said to whom they go. */
        HEIR_NEEDED,
        LOGIN,
        LOGIN_TAKEN,
        NAME,
        NO_ROLE,
        /** What was typed twice is not the same. */
        PASSWORD_DIFFERS,
        PASSWORD_LENGTH,
        PASSWORD_SIMPLE,
        PASSWORD_WRONG,
        TOO_MANY,
        LAST_ADMINISTRATOR,
        UNKNOWN
    }
}
