// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.Optional;
import java.util.Set;
import org.gorizont.node.accounts.Account;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.accounts.Role;
import org.gorizont.node.accounts.Sessions.Session;

/** Whoever asks for a page. */
public sealed interface Who {
    boolean may(Right right);

    /** What a form of this visitor carries; empty without a session. */
    default String csrf() {
        return "";
    }

    /** Whoever has entered. */
    default Optional<Entered> entered() {
        return Optional.empty();
    }

    /** Somebody with an account. */
    record Entered(Account account, Session session) implements Who {
        @Override
        public boolean may(Right right) {
            return account.may(right);
        }

        @Override
        public String csrf() {
            return session.csrf();
        }

        @Override
        public Optional<Entered> entered() {
            return Optional.of(this);
        }
    }

    /** Anybody at this computer while there is no account at all: reads, and may make the first one. */
    record BeforeAccounts() implements Who {
        @Override
        public boolean may(Right right) {
            return right == Right.READ && right.isOf(Set.of(Role.GUEST));
        }
    }

    /** Whoever came with the one-time code while there is no school yet. */
    record Founding(String csrf) implements Who {
        @Override
        public boolean may(Right right) {
            return right == Right.SETUP;
        }
    }

    /** Nobody known: sees how to enter. */
    record Stranger() implements Who {
        @Override
        public boolean may(Right right) {
            return false;
        }
    }
}
