// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.util.Optional;

/** The store cannot be opened: in use, of a newer version, damaged, or not accessible. The message is for people. */
public final class StoreRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Why> why;
    private final String subject;

    /** What people mend without the message. */
    public enum Why {
        /** Another process has the directory; the subject is its number. */
        IN_USE,
        /** A newer program has written the store; the subject is its name. */
        NEWER_STORE
    }

    public StoreRefused(String what) {
        super(what);
        this.why = Optional.empty();
        this.subject = "";
    }

    public StoreRefused(String what, Throwable cause) {
        super(what, cause);
        this.why = Optional.empty();
        this.subject = "";
    }

    StoreRefused(Why why, String subject, String what) {
        super(what);
        this.why = Optional.of(why);
        this.subject = subject;
    }

    public Optional<Why> why() {
        return why;
    }

    public String subject() {
        return subject;
    }
}
