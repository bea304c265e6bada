// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.Reading;

/**
 * What is known of one record: a pure fold over its versions, with the same end in any order of arrival.
 *
 * @param current newest version that has effect; perhaps one that ends the record
 * @param awaited newer versions whose bodies are not here, ascending
 */
record RecordState(Optional<RecordVersion> current, List<RecordVersion> awaited) {
    static final RecordState UNKNOWN = new RecordState(Optional.empty(), List.of());

    RecordState {
        awaited = List.copyOf(awaited);
    }

    RecordState with(RecordVersion version) {
        int order =
                current.map(known -> version.order().compareTo(known.order())).orElse(1);
        if (order < 0) {
            return this;
        } else if (order == 0) {
            return version.standsAfter(current.orElseThrow()) ? again(version) : this;
        } else if (version.lacksBody()) {
            return new RecordState(current, awaitedWith(version));
        } else if (!version.ends() && version.reading() instanceof Reading.Void) {
            return new RecordState(current, awaitedWithout(version));
        }
        return new RecordState(Optional.of(version), awaitedAfter(version));
    }

    /** The current version was stated again, above the floor of its log: what is below goes. */
    private RecordState again(RecordVersion version) {
        boolean here = version.ends() || !version.lacksBody() && !(version.reading() instanceof Reading.Void);
        return new RecordState(current.map(known -> here ? version : known.movedTo(version)), awaited);
    }

    /** The version that people see, if it does not end the record. */
    Optional<RecordVersion> shown() {
        return current.filter(version -> !version.ends());
    }

    /** The version that stands for the record: what is shown, else the newest that is awaited. */
    Optional<RecordVersion> face() {
        return shown().or(() -> awaited.isEmpty() ? Optional.empty() : Optional.of(awaited.getLast()));
    }

    private List<RecordVersion> awaitedWith(RecordVersion version) {
        List<RecordVersion> all = new ArrayList<>(awaitedWithout(version));
        all.add(version);
        all.sort(Comparator.comparing(RecordVersion::order));
        return all;
    }

    private List<RecordVersion> awaitedWithout(RecordVersion version) {
        return awaited.stream()
                .filter(other -> !other.order().equals(version.order()))
                .toList();
    }

    private List<RecordVersion> awaitedAfter(RecordVersion version) {
        return awaited.stream()
                .filter(other -> other.order().compareTo(version.order()) > 0)
                .toList();
    }
}
