// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.local;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Verb;

/** The form of a draft on disk: its parts, then a hash of them all. */
final class DraftFile {
    private static final String TAG = "gorizont/local-draft/1";
    private static final int VERSION = 1;

    private DraftFile() {}

    static byte[] encode(KeptDraft draft) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            out.writeInt(draft.number());
            out.writeLong(draft.keptAt().toEpochMilli());
            out.writeUTF(draft.why().name());
            out.writeInt(draft.channel().number());
            out.write(draft.scope().bytes().unsafeArray());
            out.writeInt(draft.items().size());
            for (KeptDraft.Item item : draft.items()) {
                write(out, item);
            }
            out.write(check(bytes.toByteArray()).bytes().unsafeArray());
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("memory takes every byte", e);
        }
    }

    /** @throws IOException if the bytes are no whole draft */
    static KeptDraft decode(byte[] file) throws IOException {
        byte[] parts = Arrays.copyOf(file, Math.max(0, file.length - Hash.SIZE));
        if (!Arrays.equals(check(parts).bytes().unsafeArray(), Arrays.copyOfRange(file, parts.length, file.length))) {
            throw new IOException("a damaged draft");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(parts))) {
            if (in.readInt() != VERSION) {
                throw new IOException("a draft of another version of the program");
            }
            int number = in.readInt();
            Instant keptAt = Instant.ofEpochMilli(in.readLong());
            Refusal why = Refusal.valueOf(in.readUTF());
            Channel channel = new Channel(in.readInt());
            Scope scope = new Scope(fixed(in, Hash.SIZE));
            int count = in.readInt();
            List<KeptDraft.Item> items = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                items.add(item(in));
            }
            return new KeptDraft(number, keptAt, why, channel, scope, items);
        } catch (IllegalArgumentException e) {
            throw new IOException("a draft that this program cannot read", e);
        }
    }

    private static void write(DataOutputStream out, KeptDraft.Item item) throws IOException {
        Draft draft = item.draft();
        out.writeUTF(draft.kind().type());
        out.writeInt(draft.kind().major());
        out.writeInt(draft.kind().minor());
        out.write(draft.record().bytes().unsafeArray());
        out.writeUTF(draft.verb().name());
        out.writeUTF(draft.retention().name());
        out.writeLong(draft.claimedAt().toEpochMilli());
        out.writeBoolean(draft.body().isPresent());
        if (draft.body().isPresent()) {
            Body body = draft.body().get();
            out.write(body.salt().unsafeArray());
            out.writeInt(body.content().size());
            out.write(body.content().unsafeArray());
        }
        out.writeBoolean(item.basedOn().isPresent());
        if (item.basedOn().isPresent()) {
            out.write(item.basedOn().get().bytes().unsafeArray());
        }
    }

    private static KeptDraft.Item item(DataInputStream in) throws IOException {
        Kind kind = new Kind(in.readUTF(), in.readInt(), in.readInt());
        RecordId record = new RecordId(fixed(in, RecordId.SIZE));
        Verb verb = Verb.valueOf(in.readUTF());
        Retention retention = Retention.valueOf(in.readUTF());
        Instant claimedAt = Instant.ofEpochMilli(in.readLong());
        Optional<Body> body = Optional.empty();
        if (in.readBoolean()) {
            Bytes salt = fixed(in, Body.SALT_SIZE);
            body = Optional.of(new Body(salt, fixed(in, in.readInt())));
        }
        Optional<Hash> basedOn = in.readBoolean() ? Optional.of(new Hash(fixed(in, Hash.SIZE))) : Optional.empty();
        return new KeptDraft.Item(new Draft(kind, record, verb, retention, claimedAt, List.of(), body), basedOn);
    }

    private static Bytes fixed(DataInputStream in, int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new IOException("a draft that ends early");
        }
        return Bytes.wrap(bytes);
    }

    private static Hash check(byte[] parts) {
        return Hashing.tagged(TAG, Bytes.wrap(parts));
    }
}
