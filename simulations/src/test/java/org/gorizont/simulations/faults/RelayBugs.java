// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Addresses;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Hello;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.Way;
import org.gorizont.simulations.world.Build;

/** Programs that use relays wrongly. */
final class RelayBugs {
    private RelayBugs() {}

    /** A relay is no way. */
    static Build neverCallsAtARelay() {
        return Wrong.core((_, replica) -> (input, now) -> replica.handle(input, now).stream()
                .filter(effect -> !(effect instanceof Effect.Dial(Way.Relayed _, var _)))
                .toList());
    }

    /** The address record does not say where the school waits. */
    static Build keepsItsRelaySecret() {
        return Wrong.core((_, replica) -> (input, now) -> replica.handle(
                input instanceof Input.Started started
                        ? new Input.Started(
                                started.startCounter(),
                                started.token(),
                                started.endpoints(),
                                List.of(),
                                started.restored())
                        : input,
                now));
    }

    /** What a school has told first of its address is believed for ever. */
    static Build keepsFirstAddresses() {
        return Wrong.core((_, replica) -> {
            Map<SchoolId, Signed<AddressRecord>> first = new TreeMap<>();
            return (input, now) -> replica.handle(withFirst(first, input), now);
        });
    }

    private static Input withFirst(Map<SchoolId, Signed<AddressRecord>> first, Input input) {
        if (!(input instanceof Input.FrameReceived(LinkId link, Frame frame))) {
            return input;
        }
        return switch (frame) {
            case Addresses(List<Signed<AddressRecord>> records) ->
                new Input.FrameReceived(
                        link,
                        new Addresses(records.stream().map(r -> first(first, r)).toList()));
            case Hello hello -> new Input.FrameReceived(link, withAddress(hello, first));
            default -> input;
        };
    }

    private static Hello withAddress(Hello hello, Map<SchoolId, Signed<AddressRecord>> first) {
        return new Hello(
                hello.version(),
                hello.oldestVersion(),
                hello.software(),
                hello.capabilities(),
                hello.chain(),
                hello.circles(),
                hello.yourHeads(),
                hello.lineage(),
                hello.invitation(),
                hello.address().map(record -> first(first, record)),
                hello.storeEpoch());
    }

    private static Signed<AddressRecord> first(
            Map<SchoolId, Signed<AddressRecord>> first, Signed<AddressRecord> record) {
        Signed<AddressRecord> known = first.putIfAbsent(record.value().school(), record);
        return known == null ? record : known;
    }
}
