// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.rows.Item;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft.Verb;

/** What this school has published of one kind: the hash of each record's body, none for withdrawn ones. */
final class Published {
    static final String OTHER_KIND = "import-other-kind";

    private final Map<ByteString, ByteString> hashes = new HashMap<>();
    private final Set<ByteString> ofOtherKinds = new HashSet<>();

    /** @param circle the one that is meant, since each has its own; empty when the school is in one only */
    static Published of(AdminClient node, Kind kind, ByteString circle) {
        Published published = new Published();
        node.ownRecords(record -> {
            boolean elsewhere = !record.getCircle().isEmpty()
                    && !circle.isEmpty()
                    && !record.getCircle().equals(circle);
            if (!record.getKind().equals(kind.type())) {
                published.ofOtherKinds.add(record.getRecord());
            } else if (!elsewhere) {
                published.hashes.put(
                        record.getRecord(), record.getWithdrawn() ? ByteString.EMPTY : record.getContentHash());
            }
        });
        return published;
    }

    /** Whether a record is there and not withdrawn. */
    boolean stands(RecordId record) {
        return !hashes.getOrDefault(Ids.of(record), ByteString.EMPTY).isEmpty();
    }

    /**
     * What has to be done so that the item is published; empty when it is, with the same content.
     *
     * @throws Failure if the row names a record of another kind, whose place it would take
     */
    Optional<Verb> verb(Item item) {
        if (ofOtherKinds.contains(Ids.of(item.record()))) {
            throw Failure.of(OTHER_KIND, item.line(), item.record());
        }
        ByteString before = hashes.get(Ids.of(item.record()));
        boolean denied = item.takesBack().map(this::stands).orElse(false);
        if (before == null || before.isEmpty()) {
            return Optional.of(Verb.VERB_PUT);
        }
        return before.equals(hash(item)) && !denied ? Optional.empty() : Optional.of(Verb.VERB_REPLACE);
    }

    void withdrawn(RecordId record) {
        hashes.put(Ids.of(record), ByteString.EMPTY);
    }

    static ByteString hash(Item item) {
        try {
            byte[] body = RecordCodec.encode(item.card()).unsafeArray();
            return ByteString.copyFrom(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
