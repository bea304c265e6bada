// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who may use this node.
 *
 * @param id stays when login, name and roles change; 16 hexadecimal digits
 * @param login what is typed to enter, in lower case
 * @param name of the person as colleagues read it; LOCAL
 * @param roles at least one
 * @param secret what proves that it is this person
 * @param blocked may not enter, whatever the secret; the account stays, since the history names it
 */
public record Account(
        String id, String login, String name, Set<Role> roles, Secret secret, boolean blocked, Instant madeAt) {
    public Account {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("an account without a role");
        }
        roles = Set.copyOf(roles);
    }

    /** Roles in their usual order. */
    public Set<Role> orderedRoles() {
        return EnumSet.copyOf(roles);
    }

    public boolean may(Right right) {
        return !blocked && right.isOf(roles);
    }

    Account with(Secret other) {
        return new Account(id, login, name, roles, other, blocked, madeAt);
    }

    Account with(Set<Role> others) {
        return new Account(id, login, name, others, secret, blocked, madeAt);
    }

    Account blocked(boolean now) {
        return new Account(id, login, name, roles, secret, now, madeAt);
    }

    /** Names nobody: this may come into a log line by mistake. */
    @Override
    public String toString() {
        return "account " + id + " (LOCAL)";
    }

    /** What proves who somebody is. */
    public sealed interface Secret {
        /** The hash of a password, see {@link Passwords}. */
        record Password(String hash) implements Secret {
            @Override
            public String toString() {
                return "password";
            }
        }

        /** The hash of a code with which the person sets a password of their own, once, before {@code until}. */
        record Code(String hash, Instant until) implements Secret {
            @Override
            public String toString() {
                return "code";
            }
        }
    }

    /** The end of the code, if the person has not set a password yet. */
    public Optional<Instant> waitsUntil() {
        return secret instanceof Secret.Code code ? Optional.of(code.until()) : Optional.empty();
    }
}
