// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.actors.Entries;
import org.gorizont.protocol.codec.CircleCodec;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Sponsorship;

/** A charter, and the entries that its schools write. */
record Circle(Charter charter) {
    static Circle of(String name, int sponsors, SchoolId... founders) {
        List<SchoolId> sorted = Arrays.stream(founders).sorted().toList();
        return new Circle(new Charter(
                name,
                sorted,
                sponsors,
                Fraction.HALF,
                Fraction.HALF,
                Charter.RULE_VERSION,
                Bytes.zeros(Charter.NONCE_SIZE)));
    }

    /** A fold that knows nobody's keys, so that no certificate counts. */
    static Membership membership() {
        return new Membership(_ -> Optional.empty(), new Ed25519Verifier());
    }

    Bytes bytes() {
        return CircleCodec.charter(charter);
    }

    CircleId id() {
        return Hashing.circleId(bytes());
    }

    LogId control(SchoolId school) {
        return new LogId(school, Channel.CONTROL, Scope.of(id()), 0);
    }

    Entry adoption() {
        return Entries.of(ControlDrafts.charterEntry(bytes(), Entries.SALT, Entries.MORNING));
    }

    Entry sponsorship(SchoolId school) {
        return Entries.of(ControlDrafts.sponsorship(Sponsorship.first(id(), school), Entries.SALT, Entries.MORNING));
    }

    /** A school of which nothing matters but its id. */
    static SchoolId school(String name) {
        return new SchoolId(new Hash(Actor.bytes("school " + name)));
    }
}
