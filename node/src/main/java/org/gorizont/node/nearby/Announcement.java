// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.nearby;

import java.net.Inet4Address;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.jmdns.ServiceInfo;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.SchoolId;
import org.jspecify.annotations.Nullable;

/** What a node says of itself in its building, and what it understands of what others say. */
final class Announcement {
    static final String TYPE = "_gorizont._tcp.local.";

    private static final String ID = "id";
    private static final int NAME_LETTERS = 16;
    private static final int MAX_PORT = 65_535;

    private Announcement() {}

    /** A name for the school's computer; that of the computer itself may name a person. */
    static String name(SchoolId school) {
        return "gorizont-" + school.hash().bytes().hex().substring(0, NAME_LETTERS);
    }

    static ServiceInfo of(SchoolId school, int port) {
        return ServiceInfo.create(
                TYPE, name(school), port, 0, 0, Map.of(ID, school.hash().bytes().hex()));
    }

    /** Where a school says it can be dialled; empty for whatever is not said as above, or leads out of the building. */
    static Optional<Input.Nearby> read(ServiceInfo said) {
        return read(said.getPropertyString(ID), said.getPort(), said.getInet4Addresses());
    }

    static Optional<Input.Nearby> read(@Nullable String id, int port, Inet4Address... addresses) {
        if (id == null || !id.matches("[0-9a-f]{" + 2 * Hash.SIZE + "}") || port < 1 || port > MAX_PORT) {
            return Optional.empty();
        }
        SchoolId school = new SchoolId(new Hash(Bytes.ofHex(id)));
        return Arrays.stream(addresses)
                .filter(Networks::isPrivate)
                .map(Inet4Address::getHostAddress)
                .findFirst()
                .map(host -> new Input.Nearby(school, new Endpoint(host, port)));
    }
}
