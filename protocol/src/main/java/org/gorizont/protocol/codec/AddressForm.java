// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.util.List;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.wire.v1.IdentityWire;

/** Where schools can be dialled. */
final class AddressForm {
    private static final int VERSION = 1;

    private AddressForm() {}

    static IdentityWire.AddressRecord toWire(AddressRecord address) {
        var wire = IdentityWire.AddressRecord.newBuilder()
                .setVersion(VERSION)
                .setSchool(ToWire.hash(address.school().hash()))
                .setEpoch(address.epoch())
                .setSerial(address.serial());
        address.endpoints().forEach(endpoint -> wire.addEndpoints(endpoint(endpoint)));
        address.relays()
                .forEach(relay -> wire.addRelays(IdentityWire.RelayEndpoint.newBuilder()
                        .setRelay(endpoint(relay.relay()))
                        .setToken(ToWire.bytes(relay.token()))));
        return wire.build();
    }

    static AddressRecord read(Bytes bytes) throws Malformed {
        var wire = FromWire.parse(
                bytes,
                Limits.STATEMENT_BYTES,
                IdentityWire.AddressRecord.getDescriptor(),
                IdentityWire.AddressRecord.parser());
        FromWire.version("address", wire.getVersion());
        SchoolId school = FromWire.school("address.school", wire.getSchool());
        List<Endpoint> endpoints = FromWire.list(wire.getEndpointsList(), AddressForm::endpoint);
        List<RelayEndpoint> relays = FromWire.list(wire.getRelaysList(), AddressForm::relay);
        return FromWire.make(
                "address", () -> new AddressRecord(school, wire.getEpoch(), wire.getSerial(), endpoints, relays));
    }

    private static IdentityWire.Endpoint endpoint(Endpoint endpoint) {
        return IdentityWire.Endpoint.newBuilder()
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .build();
    }

    private static Endpoint endpoint(IdentityWire.Endpoint endpoint) throws Malformed {
        return FromWire.make("endpoint", () -> new Endpoint(endpoint.getHost(), endpoint.getPort()));
    }

    private static RelayEndpoint relay(IdentityWire.RelayEndpoint relay) throws Malformed {
        Endpoint endpoint = endpoint(relay.getRelay());
        Bytes token = FromWire.bytes("address.relays.token", relay.getToken(), RelayEndpoint.TOKEN_SIZE);
        return new RelayEndpoint(endpoint, token);
    }
}
