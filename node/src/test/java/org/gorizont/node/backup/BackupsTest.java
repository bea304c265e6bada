// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gorizont.node.config.BackupConfig;
import org.gorizont.node.identity.Lineage;
import org.gorizont.node.storage.RocksLogStore;
import org.gorizont.node.storage.StoreFailed;
import org.gorizont.protocol.crypto.BackupCipher;
import org.gorizont.protocol.crypto.BackupHeader;
import org.gorizont.protocol.crypto.SealingKeys;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.SchoolId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

final class BackupsTest {
    @TempDir
    Path temp;

    private BackupScene school;
    private Path draft;

    @BeforeEach
    void aSchool() throws Exception {
        school = new BackupScene(temp);
        draft = Files.createDirectory(school.data.resolve("drafts")).resolve("1.draft");
        Files.writeString(draft, "черновик");
        Files.write(draft.resolveSibling("2.draft"), new byte[2 * BackupCipher.PIECE]);
        Files.writeString(school.data.resolve("gorizont.toml"), "# settings\n");
        Files.writeString(school.data.resolve("admin.token"), "a".repeat(64));
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void whatWasLocalAndTheStoreComeBackWithoutAnIdentity() throws Exception {
        Path file = make();
        Path back = temp.resolve("new/back");
        PutBack rehearsed = new PutBack(file, school.data, school.sheet);
        rehearsed.rehearse(BackupScene.PROGRAM, BackupScene.fresh(16), (_, _) -> {});

        new PutBack(file, back, school.sheet).run(BackupScene.PROGRAM, BackupScene.fresh(16), (_, _) -> {});

        assertEquals("черновик", Files.readString(back.resolve("drafts/1.draft")));
        assertEquals(2L * BackupCipher.PIECE, Files.size(back.resolve("drafts/2.draft")));
        assertEquals("# settings\n", Files.readString(back.resolve("gorizont.toml")));
        assertEquals(Optional.of(school.chain), PutBack.underWay(back));
        assertFalse(Files.exists(back.resolve("identity")));
        assertFalse(Files.exists(back.resolve("lineage.token")));
        assertEquals(List.of(), list(temp.resolve("new"), ".restoring"));
        try (RocksLogStore store = open(back.resolve("store"))) {
            assertEquals(0, store.lastArrival());
        }
    }

    @Test
    void holdsNoPrivateKeyNoTokenAndNoLineage() throws Exception {
        Map<String, byte[]> files = unpack(make());
        Bytes admin = Bytes.ofHex("aa".repeat(32));
        String token = Files.readString(school.data.resolve("lineage.token")).strip();
        List<Bytes> secrets = List.of(
                Bytes.ofHex(Files.readString(school.data.resolve("identity/signing-0.seed"))
                        .strip()),
                Bytes.ofHex(Files.readString(school.data.resolve("identity/sealing-0.seed"))
                        .strip()),
                Bytes.ofHex(token),
                admin);

        assertTrue(
                files.keySet().stream().allMatch(BackupContents::takes),
                files.keySet().toString());
        for (var file : files.entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.ISO_8859_1);
            for (Bytes secret : secrets) {
                assertFalse(text.contains(secret.hex()), file.getKey());
                assertFalse(text.contains(new String(secret.toArray(), StandardCharsets.ISO_8859_1)), file.getKey());
            }
        }
        assertTrue(new String(files.get("about"), StandardCharsets.UTF_8).contains("made 2026-03-12T03:00:00Z"));
    }

    /** S10: the store that is in a backup is told from the one that goes on, also by the lineage beside it. */
    @Test
    void s10NoBackupHoldsTheLineageThatTheStoreGoesOnUnder() throws Exception {
        Map<String, byte[]> files = unpack(make());
        school.close();
        Path other = Files.createDirectories(temp.resolve("other/store"));
        for (var file : files.entrySet()) {
            if (file.getKey().startsWith("store/")) {
                Files.write(other.resolve(file.getKey().substring("store/".length())), file.getValue());
            }
        }
        Files.copy(school.data.resolve("lineage.token"), temp.resolve("other/lineage.token"));

        try (RocksLogStore store = open(other)) {
            assertTrue(Lineage.begin(store, temp.resolve("other"), BackupScene.fresh(16), BackupScene.fresh(16))
                    .restored());
        }
        try (RocksLogStore store = open(school.data.resolve("store"))) {
            assertFalse(Lineage.begin(store, school.data, BackupScene.fresh(16), BackupScene.fresh(16))
                    .restored());
        }
    }

    @Test
    void b02EveryFileThatBreaksOffOrWasChangedIsRefusedAndLeavesNothing() throws Exception {
        Path file = make();
        byte[] whole = Files.readAllBytes(file);
        int piece = BackupHeader.SIZE + BackupCipher.PIECE + BackupCipher.TAG;
        Path bad = temp.resolve("bad");
        for (int size : List.of(0, 10, 60, BackupHeader.SIZE, piece - 1, piece, piece + 5, whole.length - 1)) {
            Files.write(bad, Arrays.copyOf(whole, size));
            assertTrue(
                    List.of(BackupRefused.Why.TRUNCATED, BackupRefused.Why.NO_BACKUP, BackupRefused.Why.DAMAGED)
                            .contains(refused(bad, school.sheet)),
                    "size " + size);
        }
        assertEquals(BackupRefused.Why.TRUNCATED, refused(cut(whole, piece), school.sheet));
        for (int at : List.of(0, 20, 60, 100, BackupHeader.SIZE, piece - 1, piece, piece + 9, whole.length - 1)) {
            byte[] changed = whole.clone();
            changed[at] ^= 4;
            Files.write(bad, changed);
            assertTrue(refused(bad, school.sheet) != BackupRefused.Why.EXISTS, "byte " + at);
        }
        Files.write(bad, whole);
        Files.write(bad, new byte[] {1}, StandardOpenOption.APPEND);
        refused(bad, school.sheet);
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNotForHere() throws Exception {
        Path file = make();

        assertEquals(BackupRefused.Why.ANOTHERS, refused(file, new RecoverySheet(BackupScene.fresh(32))));
        Path newer = Files.writeString(temp.resolve("newer"), "gorizont backup 2\nother things");
        assertEquals(BackupRefused.Why.NEWER, refused(newer, school.sheet));
        Path bundle = Files.writeString(temp.resolve("bundle"), "gorizont bundle 1\n");
        assertEquals(BackupRefused.Why.NO_BACKUP, refused(bundle, school.sheet));
        Files.createDirectories(temp.resolve("back/something"));
        assertEquals(BackupRefused.Why.EXISTS, why(() -> putBack(file, school.sheet)));
        assertTrue(Files.isDirectory(temp.resolve("back/something")));
    }

    @Test
    void b03AFileWithAWayOutOfTheDirectoryIsNotRead() throws Exception {
        Path file = temp.resolve("evil");
        Bytes key = BackupScene.fresh(32);
        BackupHeader header =
                BackupHeader.make(SealingKeys.publicKey(school.sheet.backupSeed()), key, BackupScene.fresh(32));
        for (String name : List.of("../evil", "drafts/../../evil", "/etc/evil", "a/b/c", "drafts\\evil", "CON:")) {
            assertFalse(Archive.isName(name), name);
        }
        BackupFile.write(file, header, key, archive -> archive.add("identity/signing-0.seed", new byte[32]), _ -> {});
        assertEquals(BackupRefused.Why.DAMAGED, refused(file, school.sheet));
    }

    @Test
    void keepsTheNewestAndNothingUnfinished() throws Exception {
        Backups backups = school.backups(school, new BackupConfig(Optional.of(school.folder), 3, 2));
        SchoolId id = school.chain.school();
        Path left = school.folder.resolve(
                new BackupFolder(school.folder, id).file(school.now.get()).getFileName() + ".unfinished");
        Files.writeString(left, "left by a crash");
        Path foreign = Files.writeString(school.folder.resolve("gorizont-00000000-20200101-000000.gzbackup"), "");

        for (int night = 0; night < 4; night++) {
            backups.make(Optional.empty(), (_, _) -> {});
            school.now.updateAndGet(moment -> moment.plus(Duration.ofDays(1)));
        }

        assertFalse(Files.exists(left));
        assertTrue(Files.exists(foreign), "another school's is its own");
        assertEquals(3, list(school.folder, ".gzbackup").size());
        LastBackup last = school.backups(school, BackupConfig.DEFAULTS).last();
        assertTrue(last.made().orElseThrow().file().endsWith("20260315-030000.gzbackup"));
        assertFalse(Files.exists(school.data.resolve("backup.checkpoint")));
    }

    @Test
    void s07ADamagedStoreIsNotSavedAsIfItWasWhole() throws Exception {
        BackupSource damaged = new BackupSource() {
            @Override
            public void checkpoint(Path target) throws StoreFailed {
                school.checkpoint(target);
                try {
                    Path table = list(target, ".sst").getFirst();
                    byte[] bytes = Files.readAllBytes(table);
                    bytes[10] ^= 1;
                    Files.delete(table);
                    Files.write(table, bytes);
                } catch (IOException e) {
                    throw new StoreFailed("test", e);
                }
            }

            @Override
            public void renewLineage() throws StoreFailed, IOException {
                school.renewLineage();
            }
        };
        Backups backups = school.backups(damaged, new BackupConfig(Optional.of(school.folder), 3, 7));

        assertEquals(BackupRefused.Why.STORE_DAMAGED, why(() -> backups.make(Optional.empty(), (_, _) -> {})));
        assertEquals(List.of(), list(school.folder, ""));
        assertEquals("STORE_DAMAGED", backups.last().failed().orElseThrow().why());
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Backups backups = school.backups(school, BackupConfig.DEFAULTS);

        assertEquals(BackupRefused.Why.NO_FOLDER, why(() -> backups.make(Optional.empty(), (_, _) -> {})));
        assertEquals(
                BackupRefused.Why.FOLDER_MISSING,
                why(() -> backups.make(Optional.of(temp.resolve("stick")), (_, _) -> {})));
        Files.delete(school.data.resolve("identity/backup.public"));
        assertFalse(backups.hasKey());
        assertEquals(BackupRefused.Why.NO_KEY, why(() -> backups.make(Optional.of(school.folder), (_, _) -> {})));
        RecoverySheet other = new RecoverySheet(BackupScene.fresh(32));
        assertEquals(BackupRefused.Why.OTHER_SHEET, why(() -> keep(backups, other)));
        keep(backups, school.sheet);
        backups.make(Optional.of(school.folder), (_, _) -> {});
    }

    private static void keep(Backups backups, RecoverySheet sheet) throws Exception {
        backups.keep(
                SealingKeys.publicKey(sheet.backupSeed()), sheet.recoveryKey(1).publicKey());
    }

    private Path make() throws Exception {
        Backups backups = school.backups(school, BackupConfig.DEFAULTS);
        return Path.of(backups.make(Optional.of(school.folder), (_, _) -> {}).file());
    }

    private Map<String, byte[]> unpack(Path file) throws Exception {
        BackupHeader header = BackupFile.header(file);
        Map<String, ByteArrayOutputStream> files = new TreeMap<>();
        Archive.Taker taker = (name, _) -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            files.put(name, bytes);
            return bytes;
        };
        BackupFile.read(file, header, header.open(school.sheet.backupSeed()).orElseThrow(), taker, _ -> {});
        Map<String, byte[]> contents = new TreeMap<>();
        files.forEach((name, bytes) -> contents.put(name, bytes.toByteArray()));
        return contents;
    }

    private Path cut(byte[] whole, int size) throws IOException {
        return Files.write(temp.resolve("cut"), Arrays.copyOf(whole, size));
    }

    private BackupRefused.Why refused(Path file, RecoverySheet sheet) throws Exception {
        BackupRefused.Why why = why(() -> putBack(file, sheet));
        assertFalse(Files.exists(temp.resolve("back")));
        assertEquals(List.of(), list(temp, ".restoring"));
        return why;
    }

    private void putBack(Path file, RecoverySheet sheet) throws Exception {
        new PutBack(file, temp.resolve("back"), sheet).run(BackupScene.PROGRAM, BackupScene.fresh(16), (_, _) -> {});
    }

    private static BackupRefused.Why why(Executable attempt) {
        return assertThrows(BackupRefused.class, attempt).why();
    }

    private static List<Path> list(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static RocksLogStore open(Path directory) throws Exception {
        return RocksLogStore.open(directory, BackupScene.PROGRAM, () -> BackupScene.fresh(16));
    }
}
