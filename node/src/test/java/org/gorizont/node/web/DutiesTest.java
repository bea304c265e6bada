// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gorizont.node.accounts.Account;
import org.gorizont.node.accounts.Accounts;
import org.gorizont.node.accounts.Role;
import org.gorizont.node.accounts.Sessions.Session;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Saving;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.node.web.page.BackupState;
import org.gorizont.node.web.page.Duty;
import org.gorizont.node.web.page.Duty.What;
import org.gorizont.node.web.page.Who;
import org.gorizont.node.web.text.Language;
import org.gorizont.node.web.text.Wording;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Terms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DutiesTest {
    private static final Instant NOW = Instant.parse("2026-03-12T03:00:00Z");
    private static final SchoolId ALICE = HeldEntries.school("alice");
    private static final SchoolId BOB = HeldEntries.school("bob");
    private static final Wording WORDS =
            new Wording(Language.RUSSIAN, Vocabularies.shipped(), ZoneId.of("Asia/Novokuznetsk"));

    @TempDir
    Path data;

    private final SampleUpkeep upkeep = new SampleUpkeep();
    private Accounts accounts;
    private Desk desk;
    private Duties duties;

    @BeforeEach
    void open() throws IOException {
        accounts = Accounts.open(data, new SecureRandom(), () -> NOW);
        desk = Desk.open(data, new SecureRandom(), () -> NOW);
        duties = new Duties(accounts, desk, upkeep);
        upkeep.say(new BackupState(true, Optional.of(NOW.minus(Duration.ofHours(9))), false), 0);
    }

    @Test
    void nothingWaitsOnANodeInGoodOrder() {
        for (Role role : Role.values()) {
            assertEquals(List.of(), of(role, status(Optional.empty(), List.of(), List.of())), role.code());
        }
    }

    @Test
    void whoeverLooksAfterTheNodeIsToldWhatThreatensIt() {
        for (Refusal why : List.of(
                Refusal.STOPPED_BY_FORK,
                Refusal.STOPPED_BY_HIGHER_HEAD,
                Refusal.KEYS_CHANGED,
                Refusal.STORE_READ_ONLY)) {
            List<Duty> told = of(Role.ADMINISTRATOR, status(Optional.of(why), List.of(), List.of()));
            assertEquals(
                    List.of(why.name()),
                    told.stream().map(duty -> duty.what().name()).toList());
            assertTrue(told.getFirst().link().startsWith("/help/operating#"), told.toString());
            assertTrue(told.getFirst().what().isUrgent(), told.toString());
        }
        assertEquals(List.of(), of(Role.ADMINISTRATOR, status(Optional.of(Refusal.RECOVERING), List.of(), List.of())));
    }

    @Test
    void aBackupIsAskedForWhenItIsMissingOldOrFailed() {
        assertEquals(List.of(What.BACKUP_NEVER), backup(new BackupState(true, Optional.empty(), false)));
        assertEquals(List.of(What.BACKUP_FAILED), backup(new BackupState(true, Optional.of(NOW), true)));
        Instant last = NOW.minus(BackupState.OVERDUE);
        assertEquals(List.of(), backup(new BackupState(true, Optional.of(last), false)));
        assertEquals(
                List.of(What.BACKUP_OVERDUE), backup(new BackupState(true, Optional.of(last.minusSeconds(1)), false)));
        assertEquals(List.of(), backup(new BackupState(false, Optional.empty(), false)), "a first step, not a duty");
    }

    @Test
    void twoVersionsOfAnothersLogAreACall() {
        ReplicaStatus.Behind forked = new ReplicaStatus.Behind(
                HeldEntries.log(BOB, FormKind.PRACTICE.kind(), 0), 3, 5, ReplicaStatus.Why.FORKED);
        ReplicaStatus now = status(
                Optional.empty(),
                List.of(),
                List.of(
                        new ReplicaStatus.School(BOB, Optional.of(NOW), true, List.of(), List.of(forked, forked)),
                        new ReplicaStatus.School(ALICE, Optional.of(NOW), true, List.of(), List.of(forked))));

        assertEquals(List.of(new Duty(What.OTHERS_FORKED, 1, "", "/schools")), of(Role.ADMINISTRATOR, now));
    }

    @Test
    void theNetworksAskThoseWhoSpeakForTheSchool() {
        CircleId one = new CircleId(HeldEntries.CIRCLE.hash());
        CircleId other =
                new CircleId(new Hash(HeldEntries.school("circle").hash().bytes()));
        ReplicaStatus.Circle asking = circle(one, ReplicaStatus.Standing.MEMBER, true, true, false);
        ReplicaStatus.Circle joining = circle(other, ReplicaStatus.Standing.JOINING);
        ReplicaStatus now = status(Optional.empty(), List.of(asking, joining), List.of());

        for (Role role : Role.values()) {
            boolean asked = EnumSet.of(Role.DIRECTOR, Role.DEPUTY).contains(role);
            List<Duty> expected = asked
                    ? List.of(
                            new Duty(What.VOTES, 2, "", "/networks/" + one),
                            new Duty(What.JOINING, 1, "Лесной кластер", "/networks/" + other))
                    : List.of();
            assertEquals(expected, of(role, now), role.code());
        }
        ReplicaStatus both = status(
                Optional.empty(), List.of(asking, circle(other, ReplicaStatus.Standing.MEMBER, true)), List.of());
        assertEquals(List.of(new Duty(What.VOTES, 3, "", "/networks")), of(Role.DEPUTY, both));
    }

    @Test
    void draftsWaitForTheirAuthorsAndForWhoeverPublishesSuch() throws IOException {
        write(FormKind.PRACTICE, Role.TEACHER, Sheet.State.WRITING);
        write(FormKind.PRACTICE, Role.TEACHER, Sheet.State.WRITING);
        write(FormKind.PRACTICE, Role.TEACHER, Sheet.State.OFFERED);
        write(FormKind.RESOURCE, Role.DEPUTY, Sheet.State.OFFERED);
        write(FormKind.PRACTICE, Role.METHODIST, Sheet.State.GONE);

        ReplicaStatus now = status(Optional.empty(), List.of(), List.of());
        assertEquals(List.of(new Duty(What.DRAFTS_WRITTEN, 2, "", "/desk")), of(Role.TEACHER, now));
        assertEquals(List.of(new Duty(What.DRAFTS_TO_PUBLISH, 2, "", "/desk/publish")), of(Role.DEPUTY, now));
        assertEquals(List.of(new Duty(What.DRAFTS_TO_PUBLISH, 1, "", "/desk/publish")), of(Role.KEEPER, now));
        for (Role role : List.of(Role.ADMINISTRATOR, Role.METHODIST, Role.GUEST)) {
            assertEquals(List.of(), of(role, now), role.code());
        }
    }

    @Test
    void codesThatNobodyHasUsedAreTheAdministrators() throws Exception {
        Account blocked = accounts.give("gone", "Имя", Set.of(Role.TEACHER)).account();
        accounts.block(blocked.id(), true);
        accounts.give("himik", "Имя", Set.of(Role.TEACHER));
        accounts.give("fizik", "Имя", Set.of(Role.TEACHER));
        ReplicaStatus now = status(Optional.empty(), List.of(), List.of());

        assertEquals(List.of(new Duty(What.CODES_WAITING, 2, "", "/accounts")), of(Role.ADMINISTRATOR, now));
        assertEquals(List.of(), of(Role.DEPUTY, now));
        Instant later = NOW.plus(Accounts.CODE_LIFE).plusSeconds(1);
        upkeep.say(new BackupState(true, Optional.of(later), false), 3);
        assertEquals(
                List.of(What.DRAFTS_REFUSED, What.CODES_EXPIRED),
                duties.of(who(Role.ADMINISTRATOR), now, WORDS, later).stream()
                        .map(Duty::what)
                        .toList());
    }

    private List<What> backup(BackupState state) {
        upkeep.say(state, 0);
        return of(Role.ADMINISTRATOR, status(Optional.empty(), List.of(), List.of())).stream()
                .map(Duty::what)
                .toList();
    }

    private List<Duty> of(Role role, ReplicaStatus now) {
        return duties.of(who(role), now, WORDS, NOW);
    }

    private void write(FormKind kind, Role author, Sheet.State state) throws IOException {
        Saving begun = desk.begin(
                new Desk.Start(
                        kind,
                        HeldEntries.record(kind + " " + desk.briefs().size()),
                        Map.of("title", "Вода"),
                        Optional.empty(),
                        Optional.empty()),
                id(author));
        if (begun instanceof Saving.Saved(Sheet sheet) && state != Sheet.State.WRITING) {
            desk.move(sheet.id(), sheet.revision(), state);
        }
    }

    private static Who who(Role role) {
        Account.Secret secret = new Account.Secret.Password("hash");
        Account account = new Account(id(role), role.code(), "Имя", Set.of(role), secret, false, NOW);
        return new Who.Entered(account, new Session(account.id(), "csrf", "session"));
    }

    private static String id(Role role) {
        return String.format("%016x", role.ordinal());
    }

    private static ReplicaStatus.Circle circle(CircleId id, ReplicaStatus.Standing standing, boolean... waiting) {
        Stream.Builder<ReplicaStatus.Open> open = Stream.builder();
        for (boolean one : waiting) {
            open.add(new ReplicaStatus.Open(
                    id.hash(), new Action.DeclareDormant(BOB), BOB, List.of(BOB), List.of(), 2, 2, one));
        }
        Terms terms = new Terms("Лесной кластер", 1, Fraction.HALF, Fraction.HALF, 1);
        return new ReplicaStatus.Circle(
                id,
                terms,
                standing,
                List.of(ALICE, BOB),
                List.of(ALICE, BOB),
                open.build().toList(),
                List.of());
    }

    private static ReplicaStatus status(
            Optional<Refusal> stopped, List<ReplicaStatus.Circle> circles, List<ReplicaStatus.School> schools) {
        return new ReplicaStatus(ALICE, stopped, circles, schools, new ReplicaStatus.Counters(0, 0, 0, 0));
    }
}
