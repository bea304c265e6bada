// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.gorizont.protocol.codec.Reading;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SchoolId;

/**
 * Keys of the read models' store: a letter, then what it leads by, then the {@link RecordKey}. Words end with a zero
 * byte, so that none is the beginning of another.
 */
final class Keys {
    static final Bytes META = text("m");
    private static final Bytes STATE = text("r");
    private static final Bytes KIND = text("k");
    private static final Bytes UNKNOWN_KIND = text("u");
    private static final Bytes RESOURCE_KIND = text("q");
    private static final Bytes AVAILABILITY = text("a");
    private static final Bytes NEWEST = text("d");
    private static final Bytes TALLY = text("n");

    private Keys() {}

    static Bytes state(RecordKey key) {
        return STATE.plus(key.bytes());
    }

    static Bytes states() {
        return STATE;
    }

    static Bytes states(SchoolId school) {
        return STATE.plus(school.hash().bytes());
    }

    /** Above every state of this school and below those of the next. */
    static Bytes afterStates(SchoolId school) {
        byte[] above = new byte[RecordKey.SIZE];
        Arrays.fill(above, (byte) 0xff);
        return states(school).plus(Bytes.wrap(above));
    }

    static Bytes ofKind(Kind kind) {
        return KIND.plus(word(kind.type()));
    }

    static Bytes ofKind(Kind kind, SchoolId school) {
        return ofKind(kind).plus(school.hash().bytes());
    }

    static Bytes ofUnknownKind(SchoolId school) {
        return UNKNOWN_KIND.plus(school.hash().bytes());
    }

    /** Where it stands how many index keys begin so: {@link #ofKind(Kind, SchoolId)} or {@link #ofUnknownKind}. */
    static Bytes tally(Bytes prefix) {
        return TALLY.plus(prefix);
    }

    /** The tally in which an index key counts; empty for the indexes that nobody counts. */
    static Optional<Bytes> tallyOf(Bytes indexKey) {
        boolean counted = indexKey.at(0) == KIND.at(0) || indexKey.at(0) == UNKNOWN_KIND.at(0);
        int schoolEnd = indexKey.size() - RecordKey.SIZE + Hash.SIZE;
        return counted ? Optional.of(tally(indexKey.slice(0, schoolEnd))) : Optional.empty();
    }

    static Bytes ofResourceKind(String resourceKind) {
        return RESOURCE_KIND.plus(word(resourceKind));
    }

    static Bytes availabilityOf(SchoolId school, RecordId resource) {
        return AVAILABILITY.plus(school.hash().bytes()).plus(resource.bytes());
    }

    /** Records of which news are made, by the date that their school gave them, the newest first. */
    static Bytes newest() {
        return NEWEST;
    }

    /** Where those begin in {@link #newest()} that are of this moment or older. */
    static Bytes newest(Instant said) {
        long left = Long.MAX_VALUE - Math.max(0, said.toEpochMilli());
        return NEWEST.plus(
                Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(left).array()));
    }

    /** The record that an index key leads to. */
    static RecordKey target(Bytes indexKey) {
        return RecordKey.ofBytes(indexKey.slice(indexKey.size() - RecordKey.SIZE, indexKey.size()));
    }

    /** Every index key of a record in this state. */
    static Set<Bytes> indexes(RecordKey key, RecordState state) {
        Set<Bytes> keys = new LinkedHashSet<>();
        state.face().ifPresent(version -> {
            keys.add(kindIndex(version.kind()).plus(key.bytes()));
            if (News.isAbout(version.kind())) {
                keys.add(newest(version.claimedAt()).plus(key.bytes()));
            }
        });
        state.shown().map(RecordVersion::reading).ifPresent(reading -> {
            if (reading instanceof Reading.Read(Card card)) {
                addCardIndexes(key, card, keys);
            }
        });
        return keys;
    }

    private static void addCardIndexes(RecordKey key, Card card, Set<Bytes> keys) {
        if (card instanceof ResourceCard resource) {
            keys.add(ofResourceKind(resource.resourceKind()).plus(key.bytes()));
        } else if (card instanceof AvailabilityCard availability) {
            keys.add(availabilityOf(key.school(), availability.resource()).plus(key.bytes()));
        }
    }

    private static Bytes kindIndex(Kind kind) {
        boolean known = Kinds.all().stream().anyMatch(ours -> ours.type().equals(kind.type()));
        return known ? ofKind(kind) : UNKNOWN_KIND;
    }

    private static Bytes word(String word) {
        return text(word + "\0");
    }

    private static Bytes text(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
