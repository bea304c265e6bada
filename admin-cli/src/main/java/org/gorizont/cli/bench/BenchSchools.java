// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bench;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.process.Folders;
import org.gorizont.cli.process.LocalSettings;
import org.gorizont.cli.process.NewNodeProcess;
import org.gorizont.cli.process.Program;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.SheetText;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.gorizont.protocol.wire.v1.RecordsWire;

/** Schools that live for one measurement, in a folder that goes with it. */
final class BenchSchools implements AutoCloseable {
    private static final int BATCH = 2_000;
    private static final int STEPS_CHARACTERS = 250;
    private static final int ID_BYTES = 16;
    /** Number and length of a long text field. */
    private static final int STEPS_FRAME = 3;

    private final SecureRandom random = new SecureRandom();
    private final Program program;
    private final Path folder;

    BenchSchools(Program program) {
        this.program = program;
        try {
            this.folder = Files.createTempDirectory("gorizont-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new school's data directory, on loopback. */
    Path born(String name) throws InterruptedException {
        return born(name, sheet());
    }

    /** The paper of a school to come. */
    RecoverySheet sheet() {
        return new RecoverySheet(bytes(RecoverySheet.SECRET_SIZE));
    }

    Path born(String name, RecoverySheet sheet) throws InterruptedException {
        Path data = folder.resolve(name);
        NewNodeProcess.create(program, data, SheetText.print(sheet));
        LocalSettings.write(data);
        return data;
    }

    Path folder() {
        return folder;
    }

    /** Publishes practices of about 500 bytes an entry, header and salt included. */
    void publish(AdminClient node, int practices) {
        for (int from = 0; from < practices; from += BATCH) {
            List<AdminWire.RecordDraft> drafts = new ArrayList<>();
            for (int i = from; i < Math.min(practices, from + BATCH); i++) {
                drafts.add(AdminWire.RecordDraft.newBuilder()
                        .setKind("practice")
                        .setKindMajor(1)
                        .setRecord(ByteString.copyFrom(bytes(ID_BYTES).toArray()))
                        .setVerb(AdminWire.RecordDraft.Verb.VERB_PUT)
                        .setBody(practice(i))
                        .build());
            }
            node.publish(drafts, ByteString.EMPTY);
        }
    }

    /** States practices of so many bytes and then revises them in turn, each time in a publication of its own. */
    void revise(AdminClient node, int practices, int times, int size) {
        List<ByteString> ids = new ArrayList<>();
        for (int i = 0; i < practices; i++) {
            ids.add(ByteString.copyFrom(bytes(ID_BYTES).toArray()));
        }
        for (int i = 0; i < practices + times; i++) {
            AdminWire.RecordDraft draft = AdminWire.RecordDraft.newBuilder()
                    .setKind("practice")
                    .setKindMajor(1)
                    .setRecord(ids.get(i % practices))
                    .setVerb(
                            i < practices
                                    ? AdminWire.RecordDraft.Verb.VERB_PUT
                                    : AdminWire.RecordDraft.Verb.VERB_REPLACE)
                    .setBody(practice(i, size))
                    .build();
            node.publish(List.of(draft), ByteString.EMPTY);
        }
    }

    /** Of exactly this size, and of letters that no compression makes shorter. */
    private ByteString practice(int number, int size) {
        RecordsWire.Practice.Builder card = RecordsWire.Practice.newBuilder().setTitle("Revised practice " + number);
        int frame = card.build().getSerializedSize() + STEPS_FRAME;
        String letters = Base64.getEncoder().encodeToString(bytes(size).toArray());
        return card.setSteps(letters.substring(0, size - frame)).build().toByteString();
    }

    private static ByteString practice(int number) {
        return RecordsWire.Practice.newBuilder()
                .setTitle("Bench practice " + number)
                .setProblem("One kit for a whole class")
                .setAim("Everybody measures")
                .addSubjects("chemistry")
                .setGradeFrom(8)
                .setGradeTo(9)
                .setSteps("measure ".repeat(STEPS_CHARACTERS / 8))
                .setSample(true)
                .build()
                .toByteString();
    }

    private Bytes bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    @Override
    public void close() {
        try {
            Folders.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
