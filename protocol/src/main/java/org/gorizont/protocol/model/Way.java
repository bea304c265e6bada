// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.util.ArrayList;
import java.util.List;

/** How a school can be dialled. Ordered, so that ways can be kept in order; direct ones come first. */
public sealed interface Way extends Comparable<Way> {
    /** At an address of its own. */
    record Direct(Endpoint endpoint) implements Way {
        @Override
        public Endpoint dialled() {
            return endpoint;
        }

        @Override
        public String toString() {
            return endpoint.toString();
        }
    }

    /** At a relay where it waits. */
    record Relayed(RelayEndpoint at) implements Way {
        @Override
        public Endpoint dialled() {
            return at.relay();
        }

        /** The token is for those who may call, and not for those who read along. */
        @Override
        public String toString() {
            return "relay " + at.relay();
        }
    }

    /** The address to which a connection is opened. */
    Endpoint dialled();

    /** All ways of a record, in the order in which they are to be tried. */
    static List<Way> of(AddressRecord record) {
        List<Way> ways = new ArrayList<>();
        record.endpoints().forEach(endpoint -> ways.add(new Direct(endpoint)));
        record.relays().forEach(relay -> ways.add(new Relayed(relay)));
        return ways;
    }

    private static Bytes token(Way way) {
        return switch (way) {
            case Direct _ -> Bytes.empty();
            case Relayed(RelayEndpoint at) -> at.token();
        };
    }

    @Override
    default int compareTo(Way other) {
        int byKind = Boolean.compare(this instanceof Relayed, other instanceof Relayed);
        int byAddress = byKind != 0 ? byKind : dialled().compareTo(other.dialled());
        return byAddress != 0 ? byAddress : token(this).compareTo(token(other));
    }
}
