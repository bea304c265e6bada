// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.gorizont.node.accounts.Account;
import org.gorizont.node.accounts.Accounts;
import org.gorizont.node.accounts.Role;

/**
 * The people of the school, and what was just done to one of them.
 *
 * @param drafts how many each has on the desk
 */
public record AccountsPage(Frame frame, List<Account> accounts, Said said, ToIntFunction<Account> drafts) {
    /** In place of an heir: the drafts stay where they are. */
    public static final String KEEP = "keep";

    public AccountsPage {
        accounts = List.copyOf(accounts);
    }

    /**
     * What came of the form that was sent.
     *
     * @param account whom it concerns
     * @param code shown this once
     * @param key phrase of what was done, or why not
     * @param problem whether nothing was done
     * @param left how long to wait before the next try
     */
    public record Said(
            Optional<Account> account,
            Optional<String> code,
            Optional<String> key,
            boolean problem,
            Duration left,
            Added added) {
        public static final Said NOTHING =
                new Said(Optional.empty(), Optional.empty(), Optional.empty(), false, Duration.ZERO, Added.NOTHING);

        public static Said code(Account account, String code) {
            return new Said(
                    Optional.of(account), Optional.of(code), Optional.empty(), false, Duration.ZERO, Added.NOTHING);
        }

        public static Said done(String key, Account account) {
            return new Said(
                    Optional.of(account), Optional.empty(), Optional.of(key), false, Duration.ZERO, Added.NOTHING);
        }

        public static Said refused(String key, Added added) {
            return new Said(Optional.empty(), Optional.empty(), Optional.of(key), true, Duration.ZERO, added);
        }

        public static Said waiting(Duration left, Added added) {
            return new Said(Optional.empty(), Optional.empty(), Optional.empty(), true, left, added);
        }

        @Override
        public String toString() {
            return "said (LOCAL)";
        }
    }

    /** What was typed of a new account. */
    public record Added(String login, String name, Set<Role> roles) {
        public static final Added NOTHING = new Added("", "", Set.of());

        public Added {
            roles = Set.copyOf(roles);
        }

        @Override
        public String toString() {
            return "added (LOCAL)";
        }
    }

    /** What the line at the top says; empty when nothing was done. */
    public Optional<String> line() {
        if (said.left.isPositive()) {
            return Optional.of(
                    frame.say("enter.wait", frame.words().count("count.seconds", said.left.toSeconds() + 1)));
        }
        return said.key.map(
                key -> frame.say(key, said.account.map(Account::name).orElse("")));
    }

    public boolean hasDrafts(Account account) {
        return !account.blocked() && drafts.applyAsInt(account) > 0;
    }

    public String draftsOf(Account account) {
        return frame.words().count("handover.drafts", drafts.applyAsInt(account));
    }

    /** Who may take over what somebody has. */
    public List<Account> heirs(Account of) {
        return accounts.stream()
                .filter(account -> !account.blocked() && !account.id().equals(of.id()))
                .toList();
    }

    public Role[] roles() {
        return Role.values();
    }

    public String role(Role role) {
        return frame.say("role." + role.code());
    }

    public String roleAbout(Role role) {
        return frame.say("role." + role.code() + ".about");
    }

    public String roles(Account account) {
        return account.orderedRoles().stream().map(this::role).collect(Collectors.joining(", "));
    }

    /** Whether the person can enter, and if not, why. */
    public String state(Account account) {
        if (account.blocked()) {
            return frame.say("accounts.state.blocked");
        }
        return account.waitsUntil()
                .map(until -> frame.say("accounts.state.waits", frame.words().dateAndTime(until)))
                .orElseGet(() -> frame.say("accounts.state.works"));
    }

    public int loginMost() {
        return Accounts.LOGIN_CHARACTERS;
    }

    public int nameMost() {
        return Accounts.NAME_CHARACTERS;
    }
}
