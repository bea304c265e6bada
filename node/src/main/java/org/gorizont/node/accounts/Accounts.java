// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The accounts of this node. Nobody sets another one's password: whoever gives an account gets a code, and the person
 * sets a password with it. What is answered is on disk. Safe for all threads.
 */
public final class Accounts {
    /** More than a school has people; what comes beyond is refused. */
    public static final int ACCOUNTS = 500;

    public static final int LOGIN_CHARACTERS = 32;
    public static final int NAME_CHARACTERS = 100;
    /** Shorter passwords are refused: NIST SP 800-63B asks for 8 where a delay guards the door. */
    public static final int PASSWORD_LEAST = 10;

    public static final int PASSWORD_MOST = 128;
    /** A code that has not been used by then is worth nothing. */
    public static final Duration CODE_LIFE = Duration.ofDays(7);

    private static final int ID_BYTES = 8;

    private final AccountFile file;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Passwords passwords;
    private final Map<String, Account> byLogin = new TreeMap<>();
    private OneTimeCode firstCode;

    private Accounts(AccountFile file, SecureRandom random, InstantSource clock, OneTimeCode firstCode) {
        this.file = file;
        this.random = random;
        this.clock = clock;
        this.passwords = new Passwords(random);
        this.firstCode = firstCode;
    }

    /** As the other one, with a fresh code for the first account. */
    public static Accounts open(Path dataDirectory, SecureRandom random, InstantSource clock) throws IOException {
        return open(dataDirectory, random, clock, OneTimeCode.fresh(random));
    }

    /**
     * The accounts of a data directory.
     *
     * @param firstCode with which the first account is made
     * @throws IOException if the file of accounts cannot be read
     */
    public static Accounts open(Path dataDirectory, SecureRandom random, InstantSource clock, OneTimeCode firstCode)
            throws IOException {
        Accounts accounts = new Accounts(new AccountFile(dataDirectory), random, clock, firstCode);
        accounts.file.read().forEach(account -> accounts.byLogin.put(account.login(), account));
        return accounts;
    }

    /** Whether nobody has an account yet: then whoever knows {@link #firstCode()} makes the first one. */
    public synchronized boolean isEmpty() {
        return byLogin.isEmpty();
    }

    /** New in each process; shown to whoever started the node; worth nothing once there is an account. */
    public synchronized String firstCode() {
        return firstCode.grouped();
    }

    /** By login. */
    public synchronized List<Account> all() {
        return List.copyOf(byLogin.values());
    }

    public synchronized Optional<Account> find(String id) {
        return byLogin.values().stream()
                .filter(account -> account.id().equals(id))
                .findFirst();
    }

    public synchronized Optional<Account> withLogin(String login) {
        return Optional.ofNullable(byLogin.get(tidied(login)));
    }

    /** The first account, with a password at once. */
    public synchronized Account first(String code, String login, String name, String password)
            throws AccountRefused, IOException {
        if (!isEmpty() || !firstCode.fits(code)) {
            throw new AccountRefused(AccountRefused.Why.CODE);
        }
        Account.Secret secret = new Account.Secret.Password(passwords.hash(checkedPassword(password)));
        Set<Role> roles = Set.of(Role.ADMINISTRATOR, Role.DEPUTY);
        Account account = account(login, name, roles, secret);
        keep(account);
        firstCode = OneTimeCode.fresh(random);
        return account;
    }

    /** A further account, and the code with which its owner sets a password. */
    public synchronized Given give(String login, String name, Set<Role> roles) throws AccountRefused, IOException {
        if (byLogin.size() >= ACCOUNTS) {
            throw new AccountRefused(AccountRefused.Why.TOO_MANY);
        } else if (roles.isEmpty()) {
            throw new AccountRefused(AccountRefused.Why.NO_ROLE);
        }
        OneTimeCode code = OneTimeCode.fresh(random);
        Account account = account(login, name, roles, codeSecret(code));
        keep(account);
        return new Given(account, code.grouped());
    }

    /** Puts a new code in place of the password, or of the code before. */
    public synchronized Given renew(String id) throws AccountRefused, IOException {
        OneTimeCode code = OneTimeCode.fresh(random);
        Account account = change(id, before -> before.with(codeSecret(code)));
        return new Given(account, code.grouped());
    }

    /** Sets the password of whoever has got a code. */
    public synchronized Account accept(String login, String code, String password) throws AccountRefused, IOException {
        Account account = Optional.ofNullable(byLogin.get(tidied(login)))
                .filter(found -> !found.blocked() && isCode(found, code))
                .orElseThrow(() -> new AccountRefused(AccountRefused.Why.CODE));
        String hash = passwords.hash(checkedPassword(password));
        return change(account.id(), before -> before.with(new Account.Secret.Password(hash)));
    }

    /** Who this is, by login and password; empty for every way in which that fails, after the same time. */
    public Optional<Account> enter(String login, String password) {
        Optional<Account> account = withLogin(login).filter(found -> !found.blocked());
        if (account.isPresent() && account.get().secret() instanceof Account.Secret.Password(String hash)) {
            return passwords.fits(password, hash) ? account : Optional.empty();
        }
        passwords.pretend(password);
        return Optional.empty();
    }

    public Account changePassword(String id, String before, String after) throws AccountRefused, IOException {
        Account account = find(id).orElseThrow(() -> new AccountRefused(AccountRefused.Why.UNKNOWN));
        if (enter(account.login(), before).isEmpty()) {
            throw new AccountRefused(AccountRefused.Why.PASSWORD_WRONG);
        }
        String hash = passwords.hash(checkedPassword(after));
        return change(id, now -> now.with(new Account.Secret.Password(hash)));
    }

    public synchronized Account setRoles(String id, Set<Role> roles) throws AccountRefused, IOException {
        if (roles.isEmpty()) {
            throw new AccountRefused(AccountRefused.Why.NO_ROLE);
        }
        return change(id, before -> before.with(roles));
    }

    public synchronized Account block(String id, boolean blocked) throws AccountRefused, IOException {
        return change(id, before -> before.blocked(blocked));
    }

    /**
     * An account with its code.
     *
     * @param code shown once; only its hash is kept
     */
    public record Given(Account account, String code) {
        @Override
        public String toString() {
            return account.toString();
        }
    }

    /** What is typed as a login is the same in whatever case. */
    public static String tidied(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private Account account(String login, String name, Set<Role> roles, Account.Secret secret) throws AccountRefused {
        String wanted = tidied(login);
        if (!wanted.matches("[\\p{L}0-9][\\p{L}0-9._-]{1," + (LOGIN_CHARACTERS - 1) + "}")) {
            throw new AccountRefused(AccountRefused.Why.LOGIN);
        } else if (byLogin.containsKey(wanted)) {
            throw new AccountRefused(AccountRefused.Why.LOGIN_TAKEN);
        } else if (name.isBlank()
                || name.length() > NAME_CHARACTERS
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new AccountRefused(AccountRefused.Why.NAME);
        }
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return new Account(HexFormat.of().formatHex(id), wanted, name.strip(), roles, secret, false, clock.instant());
    }

    /** Without somebody who gives accounts the school would be locked out of its own node. */
    private Account change(String id, UnaryOperator<Account> how) throws AccountRefused, IOException {
        Account before = find(id).orElseThrow(() -> new AccountRefused(AccountRefused.Why.UNKNOWN));
        Account after = how.apply(before);
        boolean another =
                byLogin.values().stream().anyMatch(account -> !account.id().equals(id) && account.may(Right.ACCOUNTS));
        if (before.may(Right.ACCOUNTS) && !after.may(Right.ACCOUNTS) && !another) {
            throw new AccountRefused(AccountRefused.Why.LAST_ADMINISTRATOR);
        }
        keep(after);
        return after;
    }

    private void keep(Account account) throws IOException {
        Map<String, Account> then = new TreeMap<>(byLogin);
        then.put(account.login(), account);
        file.write(new ArrayList<>(then.values()));
        byLogin.put(account.login(), account);
    }

    private static String checkedPassword(String password) throws AccountRefused {
        if (password.length() < PASSWORD_LEAST || password.length() > PASSWORD_MOST) {
            throw new AccountRefused(AccountRefused.Why.PASSWORD_LENGTH);
        } else if (password.chars().distinct().count() < PASSWORD_LEAST / 2) {
            throw new AccountRefused(AccountRefused.Why.PASSWORD_SIMPLE);
        }
        return password;
    }

    private Account.Secret codeSecret(OneTimeCode code) {
        return new Account.Secret.Code(code.hash(), clock.instant().plus(CODE_LIFE));
    }

    private boolean isCode(Account account, String typed) {
        return account.secret() instanceof Account.Secret.Code(String hash, Instant until)
                && clock.instant().isBefore(until)
                && OneTimeCode.fits(hash, typed);
    }
}
