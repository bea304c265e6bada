// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gorizont.node.accounts.Account;
import org.gorizont.node.accounts.Accounts;

/**
 * A form by which people come in, or set their password.
 *
 * @param to where they are led afterwards
 */
public record EntrancePage(Frame frame, Typed typed, String to) {
    public static final Typed FRESH = new Typed("", "", "", Optional.empty(), Duration.ZERO);

    /**
     * What was typed before and did not do. Passwords are typed anew.
     *
     * @param code that came with the address, or was typed
     * @param problem key of the phrase that says why
     * @param left how long to wait
     */
    public record Typed(String login, String name, String code, Optional<String> problem, Duration left) {
        public Typed withCode(String known) {
            return new Typed(login, name, known, problem, left);
        }

        @Override
        public String toString() {
            return "typed by " + login;
        }
    }

    public static Typed refused(String login, String name, String problem) {
        return new Typed(login, name, "", Optional.of(problem), Duration.ZERO);
    }

    public static Typed waiting(String login, Duration left) {
        return new Typed(login, "", "", Optional.empty(), left);
    }

    /** Why the form stands here again. */
    public Optional<String> problem() {
        return typed.left.isPositive()
                ? Optional.of(frame.say("enter.wait", frame.words().count("count.seconds", typed.left.toSeconds() + 1)))
                : typed.problem.map(frame::say);
    }

    /** Whether the code came along, as it does in the first start. */
    public boolean hasCode() {
        return !typed.code.isEmpty();
    }

    public int passwordLeast() {
        return Accounts.PASSWORD_LEAST;
    }

    public int passwordMost() {
        return Accounts.PASSWORD_MOST;
    }

    public int loginMost() {
        return Accounts.LOGIN_CHARACTERS;
    }

    public int nameMost() {
        return Accounts.NAME_CHARACTERS;
    }

    /** Whoever has entered. */
    public Optional<Account> self() {
        return frame.who().entered().map(Who.Entered::account);
    }

    /** Roles in words. */
    public String roles(Account account) {
        return account.orderedRoles().stream()
                .map(role -> frame.say("role." + role.code()))
                .collect(Collectors.joining(", "));
    }
}
