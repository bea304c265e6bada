// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountsTest {
    private static final String PASSWORD = "сосна ветер снег";
    private static final String OTHER = "река берег мост";

    @TempDir
    Path folder = Path.of("");

    private final SetClock clock = new SetClock();
    private Accounts accounts;

    @BeforeEach
    void open() throws IOException {
        accounts = Accounts.open(folder, new SecureRandom(), clock);
    }

    @Test
    void thereIsNoDefaultAccountAndTheFirstNeedsTheCode() throws Exception {
        assertTrue(accounts.isEmpty());
        refused(AccountRefused.Why.CODE, () -> accounts.first("ABCD-EFGH-JKMN", "zavuch", "Завуч", PASSWORD));
        assertTrue(accounts.isEmpty());

        String code = accounts.firstCode();
        Account first = accounts.first(code.toLowerCase(Locale.ROOT).replace("-", " "), " Zavuch ", "Завуч", PASSWORD);

        assertEquals("zavuch", first.login());
        assertTrue(first.may(Right.ACCOUNTS));
        refused(AccountRefused.Why.CODE, () -> accounts.first(code, "second", "Второй", PASSWORD));
    }

    @Test
    void whatIsAnsweredIsOnDiskForItsOwnerAlone() throws Exception {
        Account first = first();
        Accounts.Given given = accounts.give("uchitel", "Учитель", Set.of(Role.TEACHER));

        Accounts again = Accounts.open(folder, new SecureRandom(), clock);

        assertEquals(accounts.all(), again.all());
        assertEquals(first, again.enter("ZAVUCH", PASSWORD).orElseThrow());
        assertEquals(
                Set.of(Role.TEACHER),
                again.find(given.account().id()).orElseThrow().roles());
        Path file = folder.resolve("accounts.json");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String text = Files.readString(file);
        assertFalse(text.contains(PASSWORD));
        assertFalse(text.contains(given.code()) || text.contains(given.code().replace("-", "")));
    }

    @Test
    void aCodeSetsAPasswordOnceAndInTime() throws Exception {
        first();
        Accounts.Given given = accounts.give("uchitel", "Учитель", Set.of(Role.TEACHER));
        assertTrue(accounts.enter("uchitel", given.code()).isEmpty());
        refused(AccountRefused.Why.CODE, () -> accounts.accept("uchitel", "2222-2222-2222", OTHER));

        accounts.accept("uchitel", given.code(), OTHER);

        assertTrue(accounts.enter("uchitel", OTHER).isPresent());
        refused(AccountRefused.Why.CODE, () -> accounts.accept("uchitel", given.code(), PASSWORD));
        Accounts.Given late = accounts.renew(given.account().id());
        assertTrue(accounts.enter("uchitel", OTHER).isEmpty());
        clock.pass(Accounts.CODE_LIFE);
        refused(AccountRefused.Why.CODE, () -> accounts.accept("uchitel", late.code(), OTHER));
    }

    @Test
    void whoeverIsBlockedDoesNotEnterByAnyWay() throws Exception {
        first();
        Accounts.Given given = accounts.give("uchitel", "Учитель", Set.of(Role.TEACHER));
        accounts.block(given.account().id(), true);
        refused(AccountRefused.Why.CODE, () -> accounts.accept("uchitel", given.code(), OTHER));
        accounts.block(given.account().id(), false);
        accounts.accept("uchitel", given.code(), OTHER);

        Account blocked = accounts.block(given.account().id(), true);

        assertTrue(accounts.enter("uchitel", OTHER).isEmpty());
        assertFalse(blocked.may(Right.READ));
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        Account first = first();
        refused(AccountRefused.Why.LAST_ADMINISTRATOR, () -> accounts.block(first.id(), true));
        refused(AccountRefused.Why.LAST_ADMINISTRATOR, () -> accounts.setRoles(first.id(), Set.of(Role.TEACHER)));

        accounts.give("vtoroi", "Второй", Set.of(Role.ADMINISTRATOR));
        accounts.setRoles(first.id(), Set.of(Role.TEACHER));

        assertFalse(accounts.find(first.id()).orElseThrow().may(Right.ACCOUNTS));
    }

    @Test
    void aPasswordIsChangedByWhoeverKnowsIt() throws Exception {
        Account first = first();
        refused(AccountRefused.Why.PASSWORD_WRONG, () -> accounts.changePassword(first.id(), OTHER, OTHER));
        refused(AccountRefused.Why.PASSWORD_LENGTH, () -> accounts.changePassword(first.id(), PASSWORD, "короткий"));
        refused(
                AccountRefused.Why.PASSWORD_SIMPLE,
                () -> accounts.changePassword(first.id(), PASSWORD, "1111111111111"));

        accounts.changePassword(first.id(), PASSWORD, OTHER);

        assertTrue(accounts.enter("zavuch", PASSWORD).isEmpty());
        assertTrue(accounts.enter("zavuch", OTHER).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "с пробелом", "<b>", "../x", "-минус", "двадцатьтридцатьсорокпятьдесятлогин"})
    void loginsThatDoNotDoAreRefused(String login) throws Exception {
        first();
        refused(AccountRefused.Why.LOGIN, () -> accounts.give(login, "Имя", Set.of(Role.GUEST)));
    }

    @Test
    void oneLoginBelongsToOnePerson() throws Exception {
        first();
        refused(AccountRefused.Why.LOGIN_TAKEN, () -> accounts.give("ZAVUCH", "Другой", Set.of(Role.GUEST)));
        refused(AccountRefused.Why.NAME, () -> accounts.give("drugoi", " ", Set.of(Role.GUEST)));
        refused(AccountRefused.Why.NO_ROLE, () -> accounts.give("drugoi", "Другой", Set.of()));
    }

    @Test
    void aDamagedFileIsNoEmptySchool() throws Exception {
        first();
        Path file = folder.resolve("accounts.json");
        String whole = Files.readString(file);
        for (String damaged : List.of("", "{", "[]", whole.replace("deputy", "king"), whole.substring(0, 200))) {
            Files.writeString(file, damaged);
            assertThrows(IOException.class, () -> Accounts.open(folder, new SecureRandom(), clock), damaged);
        }
    }

    @Test
    void noTextFormNamesAnybody() throws Exception {
        Account first = first();
        Accounts.Given given = accounts.give("uchitel", "Учитель Физики", Set.of(Role.TEACHER));

        String texts = first + " " + given + " " + first.secret() + " "
                + given.account().secret();

        for (String personal : List.of("zavuch", "uchitel", "Физики", given.code(), "argon2")) {
            assertFalse(texts.contains(personal), texts);
        }
        assertEquals(Duration.ofDays(7), Accounts.CODE_LIFE);
    }

    private Account first() throws Exception {
        return accounts.first(accounts.firstCode(), "zavuch", "Завуч", PASSWORD);
    }

    private static void refused(AccountRefused.Why why, Executable change) {
        assertEquals(why, assertThrows(AccountRefused.class, change).why());
    }
}
