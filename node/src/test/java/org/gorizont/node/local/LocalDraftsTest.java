// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalDraftsTest {
    private static final String CANARY = "canary-7f3a";
    private static final Instant NOW = Instant.parse("2026-03-12T10:00:00Z");
    private static final LocalDrafts.Place PLACE = new LocalDrafts.Place(Channel.CATALOGUE, Scope.everyCircle());

    @TempDir
    Path data;

    @Test
    void aDraftIsThereAfterARestartAsItWasKept() throws IOException {
        KeptDraft.Item withdrawal = new KeptDraft.Item(
                new Draft(Kinds.PRACTICE, record(2), Verb.WITHDRAW, Retention.LATEST, NOW, List.of(), Optional.empty()),
                Optional.of(Hashing.leaf(Bytes.empty())));
        LocalDrafts.open(data).keep(Refusal.RECOVERING, NOW, PLACE, List.of(item(1, CANARY), withdrawal));

        LocalDrafts again = LocalDrafts.open(data);

        LocalDrafts.Brief brief = again.briefs().getFirst();
        assertEquals(1, brief.number());
        assertEquals(2, brief.size());
        assertEquals(NOW, brief.keptAt());
        KeptDraft draft = again.read(1);
        assertEquals(Refusal.RECOVERING, draft.why());
        assertEquals(List.of(item(1, CANARY), withdrawal), draft.items());
        assertEquals("rwx------", permissions(data.resolve("drafts")));
        assertEquals("rw-------", permissions(data.resolve("drafts/1.draft")));
    }

    @Test
    void theSameWishIsKeptOnceAndAnotherOneBesideIt() throws IOException {
        LocalDrafts drafts = LocalDrafts.open(data);
        drafts.keep(Refusal.RECOVERING, NOW, PLACE, List.of(item(1, "a"), item(2, "b")));

        assertEquals(new Keeping.Kept(1), drafts.keep(Refusal.RECOVERING, NOW, PLACE, List.of(item(1, "a"))));
        LocalDrafts again = LocalDrafts.open(data);
        assertEquals(
                new Keeping.Kept(2),
                again.keep(Refusal.STOPPED_BY_FORK, NOW, PLACE, List.of(item(1, "a"), item(2, "changed"))));
        assertEquals(List.of(item(2, "changed")), again.read(2).items());
    }

    @Test
    void aRemovedDraftIsGoneAndMayBeWantedAgain() throws IOException {
        LocalDrafts drafts = LocalDrafts.open(data);
        drafts.keep(Refusal.RECOVERING, NOW, PLACE, List.of(item(1, "a")));

        assertTrue(drafts.remove(1));
        assertFalse(drafts.remove(1));

        assertEquals(List.of(), LocalDrafts.open(data).briefs());
        assertEquals(new Keeping.Kept(1), drafts.keep(Refusal.RECOVERING, NOW, PLACE, List.of(item(1, "a"))));
    }

    @Test
    void keepsAsManyDraftsAsItMayAndNotOneMore() throws IOException {
        LocalDrafts drafts = LocalDrafts.open(data, 2, LocalDrafts.BYTES);
        drafts.keep(Refusal.RECOVERING, NOW, PLACE, List.of(item(1, "a")));

        assertEquals(new Keeping.Kept(2), drafts.keep(Refusal.RECOVERING, NOW, PLACE, List.of(item(2, "b"))));
        assertEquals(
                new Keeping.NotKept(Keeping.Obstacle.FULL),
                drafts.keep(Refusal.RECOVERING, NOW, PLACE, List.of(item(3, "c"))));
        assertEquals(2, LocalDrafts.open(data).briefs().size());
    }

    @Test
    void keepsAsManyBytesAsItMayAndNotOneMore() throws IOException {
        KeptDraft draft =
                new KeptDraft(1, NOW, Refusal.RECOVERING, PLACE.channel(), PLACE.scope(), List.of(item(1, "a")));
        int size = DraftFile.encode(draft).length;
        Path other = Files.createDirectory(data.resolve("other"));

        assertEquals(
                new Keeping.Kept(1),
                LocalDrafts.open(data, 10, size).keep(Refusal.RECOVERING, NOW, PLACE, List.of(item(1, "a"))));
        assertEquals(
                new Keeping.NotKept(Keeping.Obstacle.FULL),
                LocalDrafts.open(other, 10, size - 1).keep(Refusal.RECOVERING, NOW, PLACE, List.of(item(1, "a"))));
    }

    @Test
    void aDiskThatTakesNoDraftIsSaid() throws IOException {
        Files.writeString(data.resolve("drafts"), "a file stands where the directory should be");

        assertThrows(IOException.class, () -> LocalDrafts.open(data));
        Files.delete(data.resolve("drafts"));
        LocalDrafts drafts = LocalDrafts.open(data);
        Files.writeString(data.resolve("drafts"), "again");
        assertEquals(
                new Keeping.NotKept(Keeping.Obstacle.DISK),
                drafts.keep(Refusal.RECOVERING, NOW, PLACE, List.of(item(1, "a"))));
    }

    @Test
    void aDamagedFileIsListedAndHarmsNoOther() throws IOException {
        LocalDrafts drafts = LocalDrafts.open(data);
        drafts.keep(Refusal.RECOVERING, NOW, PLACE, List.of(item(1, "a")));
        drafts.keep(Refusal.RECOVERING, NOW, PLACE, List.of(item(2, "b")));
        Path file = data.resolve("drafts/1.draft");
        byte[] content = Files.readAllBytes(file);
        for (int cut = 0; cut < content.length; cut += 7) {
            Files.write(file, Arrays.copyOf(content, cut));
            LocalDrafts again = LocalDrafts.open(data);
            assertEquals(List.of(1), again.damaged());
            assertEquals(2, again.briefs().getFirst().number());
        }
        content[20] ^= 1;
        Files.write(file, content);
        LocalDrafts again = LocalDrafts.open(data);
        assertEquals(List.of(1), again.damaged());
        assertEquals(new Keeping.Kept(3), again.keep(Refusal.RECOVERING, NOW, PLACE, List.of(item(1, "a"))));
        assertTrue(again.remove(1));
        assertEquals(List.of(), LocalDrafts.open(data).damaged());
    }

    @Test
    void aFileThatWasNotFinishedIsNoDraft() throws IOException {
        LocalDrafts drafts = LocalDrafts.open(data);
        drafts.keep(Refusal.RECOVERING, NOW, PLACE, List.of(item(1, "a")));
        Files.write(data.resolve("drafts/2.draft.new"), new byte[100]);

        LocalDrafts again = LocalDrafts.open(data);

        assertEquals(1, again.briefs().size());
        assertEquals(List.of(), again.damaged());
        assertEquals(new Keeping.Kept(2), again.keep(Refusal.RECOVERING, NOW, PLACE, List.of(item(2, "b"))));
    }

    @Test
    void whateverPrintsADraftPrintsNothingOfIt() throws IOException {
        LocalDrafts drafts = LocalDrafts.open(data);
        drafts.keep(Refusal.RECOVERING, NOW, PLACE, List.of(item(1, CANARY)));
        String hex = Bytes.wrap(CANARY.getBytes(StandardCharsets.UTF_8)).hex();

        for (Object local :
                List.of(drafts, drafts.briefs(), drafts.read(1), drafts.read(1).items())) {
            assertFalse(local.toString().contains(CANARY), local.toString());
            assertFalse(local.toString().contains(hex), local.toString());
        }
    }

    private static KeptDraft.Item item(int record, String content) {
        Body body = new Body(Bytes.zeros(Body.SALT_SIZE), Bytes.wrap(content.getBytes(StandardCharsets.UTF_8)));
        return new KeptDraft.Item(
                new Draft(
                        Kinds.PRACTICE, record(record), Verb.PUT, Retention.LATEST, NOW, List.of(), Optional.of(body)),
                Optional.empty());
    }

    private static RecordId record(int number) {
        byte[] id = new byte[RecordId.SIZE];
        id[0] = (byte) number;
        return new RecordId(Bytes.wrap(id));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
