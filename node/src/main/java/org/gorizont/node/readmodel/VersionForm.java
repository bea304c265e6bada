// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Verb;

/** States of records as values of the store. Only this program reads them; {@link CatalogueFold#FORM} numbers the form. */
final class VersionForm {
    private VersionForm() {}

    static Bytes encode(RecordState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBoolean(state.current().isPresent());
            if (state.current().isPresent()) {
                write(state.current().get(), out);
            }
            out.writeInt(state.awaited().size());
            for (RecordVersion version : state.awaited()) {
                write(version, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return Bytes.wrap(bytes.toByteArray());
    }

    static RecordState decode(Bytes form) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(form.unsafeArray()))) {
            Optional<RecordVersion> current = in.readBoolean() ? Optional.of(read(in)) : Optional.empty();
            int count = in.readInt();
            List<RecordVersion> awaited = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                awaited.add(read(in));
            }
            return new RecordState(current, awaited);
        } catch (IOException e) {
            throw new UncheckedIOException("a value of the read models ends too early", e);
        }
    }

    private static void write(RecordVersion version, DataOutputStream out) throws IOException {
        out.write(version.log().key().unsafeArray());
        out.write(version.key().record().bytes().unsafeArray());
        out.writeLong(version.seq());
        out.writeInt(version.order().incarnation());
        out.writeLong(version.order().seq());
        out.writeLong(version.claimedAt().toEpochMilli());
        out.writeByte(version.verb().ordinal());
        out.writeUTF(version.kind().type());
        out.writeInt(version.kind().major());
        out.writeInt(version.kind().minor());
        Bytes content = version.content().orElse(Bytes.empty());
        out.writeInt(version.content().isPresent() ? content.size() : -1);
        out.write(content.unsafeArray());
    }

    private static RecordVersion read(DataInputStream in) throws IOException {
        LogId log = LogId.ofKey(bytes(in, LogId.KEY_SIZE));
        RecordId record = new RecordId(bytes(in, RecordId.SIZE));
        long seq = in.readLong();
        VersionOrder order = new VersionOrder(in.readInt(), in.readLong());
        Instant claimedAt = Instant.ofEpochMilli(in.readLong());
        Verb verb = Verb.values()[in.readByte()];
        Kind kind = new Kind(in.readUTF(), in.readInt(), in.readInt());
        int size = in.readInt();
        Optional<Bytes> content = size < 0 ? Optional.empty() : Optional.of(bytes(in, size));
        return new RecordVersion(log, seq, RecordKey.of(log, record), order, kind, verb, claimedAt, content);
    }

    private static Bytes bytes(DataInputStream in, int size) throws IOException {
        byte[] bytes = new byte[size];
        in.readFully(bytes);
        return Bytes.wrap(bytes);
    }
}
