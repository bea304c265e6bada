// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.Optional;
import org.gorizont.protocol.codec.IdentityCodec;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.Signer;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.LineageStatement;
import org.gorizont.protocol.model.Signed;

/** What this school says about itself outside its logs: which start signs, and where it can be dialled. */
final class OwnStatements {
    private final IdentityChain own;
    private final Signer signer;
    private final LogStore store;
    private Optional<Signed<LineageStatement>> lineage = Optional.empty();
    private Optional<Signed<AddressRecord>> address = Optional.empty();

    OwnStatements(IdentityChain own, Signer signer, LogStore store) {
        this.own = own;
        this.signer = signer;
        this.store = store;
    }

    /** Signs both anew; the address keeps its serial when it has not changed. */
    void started(Turn turn, Input.Started input) {
        renew(input.startCounter(), input.token());
        Optional<Signed<AddressRecord>> before = store.addresses().stream()
                .filter(record -> record.value().school().equals(own.school()))
                .findFirst();
        if (before.isPresent()
                && before.get().value().endpoints().equals(input.endpoints())
                && before.get().value().relays().equals(input.relays())
                && before.get().value().epoch() == own.epoch()) {
            address = before;
            return;
        }
        long serial = before.map(record -> record.value().serial()).orElse(0L) + 1;
        AddressRecord record = new AddressRecord(own.school(), own.epoch(), serial, input.endpoints(), input.relays());
        Bytes recordBytes = IdentityCodec.address(record);
        Signed<AddressRecord> signed =
                new Signed<>(record, recordBytes, signer.sign(SigningContext.ADDRESS, recordBytes));
        address = Optional.of(signed);
        turn.persist(new Change.AddressStored(signed));
    }

    /** This run counts as so many starts from now on; gives back the statement about it. */
    Signed<LineageStatement> renew(long startCounter, Bytes token) {
        LineageStatement statement = new LineageStatement(own.school(), own.epoch(), startCounter, token);
        Bytes exact = IdentityCodec.lineage(statement);
        Signed<LineageStatement> signed = new Signed<>(statement, exact, signer.sign(SigningContext.LINEAGE, exact));
        lineage = Optional.of(signed);
        return signed;
    }

    Optional<Signed<LineageStatement>> lineage() {
        return lineage;
    }

    Optional<Signed<AddressRecord>> address() {
        return address;
    }
}
