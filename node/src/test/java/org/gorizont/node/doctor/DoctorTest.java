// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gorizont.node.backup.LastBackup;
import org.gorizont.node.config.NodeConfig;
import org.gorizont.node.identity.NewNode;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.node.runtime.StoreHealth;
import org.gorizont.node.storage.DirectoryLock;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.ReplicaStatus.How;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTest {
    private static final SchoolId ALICE = HeldEntries.school("alice");
    private static final SchoolId BOB = HeldEntries.school("bob");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Endpoint FAR = new Endpoint("school5.example", 7740);

    @TempDir
    Path data;

    @Test
    void aNewNodeThatIsOffLacksABackupAlone() throws Exception {
        newNode("[peers]\nport = 0\n[web]\nport = 0\n");

        List<Finding> findings = examine();

        assertEquals(List.of("BACKUP_NONE[]"), attention(findings));
        assertTrue(whats(findings)
                .containsAll(Set.of(
                        Diagnosis.NODE_OFF,
                        Diagnosis.VERSIONS,
                        Diagnosis.KEYS_CLOSED,
                        Diagnosis.CLOCK_FINE,
                        Diagnosis.SETTINGS_FINE)));
    }

    @Test
    void everyMistakeOfTheSettingsIsNamed() throws Exception {
        newNode("[peers]\nprot = 1\n[web]\nport = 70000\n");

        assertTrue(attention(examine())
                .containsAll(List.of(
                        "SETTINGS_WRONG[NOT_KNOWN, peers.prot, peers.port]",
                        "SETTINGS_WRONG[NOT_A_NUMBER, web.port, 0, 65535]")));
    }

    @Test
    void aTakenPortIsNamedWithTheProgramThatHasIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            newNode("[peers]\nhost = \"127.0.0.1\"\nport = 0\n[web]\nport = " + taken.getLocalPort() + "\n");

            String found = attention(examine()).getFirst();

            assertTrue(found.startsWith("PORT_TAKEN[web, " + taken.getLocalPort() + ", "), found);
            assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "needs Linux to know the program");
            assertTrue(found.endsWith("(" + ProcessHandle.current().pid() + ")]"), found);
        }
    }

    @Test
    void keysThatOthersCanReadAreFound() throws Exception {
        newNode("");
        Path seed = data.resolve("identity/signing-0.seed");
        assumeTrue(Files.getFileStore(data).supportsFileAttributeView("posix"), "needs permissions");
        Files.setPosixFilePermissions(seed, PosixFilePermissions.fromString("rw-r--r--"));

        assertTrue(attention(examine()).contains("KEYS_OPEN[" + seed + "]"));
    }

    @Test
    void aNodeThatHasTheLockAndDoesNotAnswerIsSilent() throws Exception {
        newNode("");
        try (DirectoryLock _ = DirectoryLock.acquire(data)) {
            assertTrue(attention(examine())
                    .contains("NODE_SILENT[" + ProcessHandle.current().pid() + "]"));
        }
    }

    /** It may be another user who looks, and what it makes is not the node's. */
    @Test
    void lookingChangesNothing() throws Exception {
        newNode("");
        Set<String> before = files();

        examine();

        assertEquals(before, files());
    }

    @Test
    void anEmptyFolderIsNoNode() {
        List<Finding> findings = examine();

        assertTrue(attention(findings).containsAll(List.of("NO_KEYS[]", "LINEAGE_MISSING[]")));
    }

    @Test
    void aClockThatIsBehindIsNamedAndOneThatIsAheadIsNotGuessed() throws Exception {
        Files.writeString(data.resolve("node.log"), "");
        Files.setLastModifiedTime(data.resolve("node.log"), FileTime.from(NOW.plus(Duration.ofMinutes(11))));

        assertEquals(List.of("CLOCK_BEHIND_FILES[11]"), strings(new ClockCheck(NOW).of(data)));
        assertEquals(List.of("CLOCK_FINE[]"), strings(new ClockCheck(NOW.plus(Duration.ofMinutes(1))).of(data)));
        assertEquals(List.of("CLOCK_FINE[]"), strings(new ClockCheck(NOW.plus(Duration.ofDays(3650))).of(data)));
        assertEquals(
                List.of("CLOCK_LONG_AGO[1970-01-01T00:00:00Z]", "CLOCK_BEHIND_FILES"),
                strings(new ClockCheck(Instant.EPOCH).of(data)).stream()
                        .map(found -> found.replaceAll("(FILES)\\[.*", "$1"))
                        .toList());
        Optional<Instant> claimed = Optional.of(NOW.plus(Duration.ofHours(2)));
        assertEquals(
                List.of("CLOCK_BEHIND_PEERS[60]"),
                strings(new ClockCheck(NOW.plus(Duration.ofHours(1))).of(data, claimed)));
    }

    @Test
    void backupsAreJudgedByTheirAge() {
        LastBackup made = new LastBackup(
                Optional.of(new LastBackup.Made(NOW.minus(Duration.ofDays(5)), "/media/b", 1, 1)), Optional.empty());
        LastBackup failed = new LastBackup(made.made(), Optional.of(new LastBackup.Failed(NOW, "NO_ROOM")));

        assertEquals(List.of("BACKUP_FRESH[5, /media/b]"), backups(made, ""));
        assertEquals(List.of("BACKUP_OLD[5]"), backups(made, "[backup]\nfolder = '/media'\n"));
        assertEquals(List.of("BACKUP_FAILED[NO_ROOM]", "BACKUP_FRESH[5, /media/b]"), backups(failed, ""));
    }

    @Test
    void aProxyIsMissedWhereOtherProgramsAreToldOne() throws Exception {
        NodeConfig plain = config("");
        NodeConfig proxied = config("[peers]\nproxy = \"proxy.example:3128\"\n");

        assertEquals(
                List.of("PROXY_FOR_OTHERS[HTTPS_PROXY]"),
                strings(ProxyCheck.of(plain.peers(), Stream.empty(), Map.of("HTTPS_PROXY", "http://user:secret@p:1"))));
        assertEquals(
                List.of("PROXY_FAILS[proxy.example:3128, PROXY_LOGIN]"),
                strings(ProxyCheck.of(
                        proxied.peers(), Stream.of(DialProblem.OTHER, DialProblem.PROXY_LOGIN), Map.of())));
    }

    @Test
    void aNodeThatReachesNobodyIsToldWhatStatusAdvises() throws Exception {
        List<String> found = attention(Doctor.examine(
                data, config(""), living(school(How.NOT_AT_ALL, false, Optional.empty(), DialProblem.INTERCEPTED))));

        assertTrue(
                found.containsAll(List.of(
                        "FILTER_SEEN[school5.example:7740]",
                        "PEERS_APART[1, ]",
                        "PEERS_ADVICE[FILTER, school5.example:7740]",
                        "WRITING_REFUSED[RECOVERING]")),
                found.toString());
    }

    @Test
    void aNodeThatOthersCallIsReachableAndSaysWhoIsSilent() throws Exception {
        ReplicaStatus.School caller = school(How.CALLS_US, true, Optional.of(NOW), DialProblem.OTHER);
        ReplicaStatus.School silent = new ReplicaStatus.School(
                HeldEntries.school("carol"), Optional.of(NOW.minus(Duration.ofDays(8))), false, List.of(), List.of());

        Set<Diagnosis> whats = whats(Doctor.examine(data, config(""), living(caller, silent)));

        assertTrue(whats.containsAll(Set.of(
                Diagnosis.REACH_CALLED, Diagnosis.PEERS_CONNECTED, Diagnosis.PEERS_SILENT, Diagnosis.FILTER_NOT_SEEN)));
        assertFalse(whats.contains(Diagnosis.PEERS_APART));
    }

    @Test
    void littleMemoryAndALocaleWithoutRussianAreWorthANote() {
        assertEquals("MEMORY_LITTLE[511, 512]", string(AroundChecks.memory(OptionalLong.of(511L << 20))));
        assertEquals(
                Diagnosis.MEMORY_FINE,
                AroundChecks.memory(OptionalLong.of(512L << 20)).what());
        assertEquals(
                Diagnosis.MEMORY_FINE, AroundChecks.memory(OptionalLong.empty()).what());
        assertEquals("LOCALE_PLAIN[ANSI_X3.4-1968]", string(AroundChecks.locale("ANSI_X3.4-1968")));
        assertEquals("LOCALE_FINE[windows-1251]", string(AroundChecks.locale("windows-1251")));
    }

    @Test
    void aMessageOfOthersStaysOneShortLine() {
        Finding finding = Finding.of(Diagnosis.STORE_UNREADABLE, "a\tb\nc" + "d".repeat(1000));

        assertTrue(finding.values().getFirst().startsWith("a b cd"));
        assertEquals(400, finding.values().getFirst().length());
    }

    private void newNode(String settings) throws Exception {
        Bytes seed = Bytes.copyOf("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
        NewNode.create(data, seed, new RecoverySheet(seed), Bytes.zeros(16));
        Files.writeString(data.resolve(NodeConfig.FILE), settings + "[store]\nballast_mib = 0\n");
    }

    private Set<String> files() throws Exception {
        try (Stream<Path> walk = Files.walk(data)) {
            return walk.map(Path::toString).collect(Collectors.toSet());
        }
    }

    private List<Finding> examine() {
        return Doctor.examineStopped(data, "test", Instant.now());
    }

    private NodeConfig config(String toml) throws Exception {
        Files.writeString(data.resolve(NodeConfig.FILE), toml);
        return NodeConfig.load(data);
    }

    private List<String> backups(LastBackup last, String settings) {
        try {
            List<Finding> findings = new ArrayList<>();
            AroundChecks.backups(findings, last, config(settings), NOW);
            return strings(findings);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Living living(ReplicaStatus.School... schools) {
        ReplicaStatus status = new ReplicaStatus(
                ALICE,
                Optional.of(Refusal.RECOVERING),
                List.of(),
                List.of(schools),
                new ReplicaStatus.Counters(0, 0, 0, 0));
        return new Living(
                NOW, "test", status, StoreHealth.WELL, Optional.empty(), 0, Optional.empty(), 7740, List.of());
    }

    private static ReplicaStatus.School school(
            How how, boolean connected, Optional<Instant> heard, DialProblem problem) {
        ReplicaStatus.Attempt attempt =
                new ReplicaStatus.Attempt(new Way.Direct(FAR), Optional.of(problem), Optional.empty());
        return new ReplicaStatus.School(
                BOB, heard, connected, List.of(FAR), List.of(), new ReplicaStatus.Reach(how, List.of(attempt)));
    }

    private static Set<Diagnosis> whats(List<Finding> findings) {
        return findings.stream().map(Finding::what).collect(Collectors.toSet());
    }

    private static List<String> attention(List<Finding> findings) {
        return strings(findings.stream()
                .filter(finding -> finding.what().grade() == Diagnosis.Grade.ATTENTION)
                .toList());
    }

    private static List<String> strings(List<Finding> findings) {
        return findings.stream().map(DoctorTest::string).toList();
    }

    private static String string(Finding finding) {
        return finding.what() + finding.values().toString();
    }
}
