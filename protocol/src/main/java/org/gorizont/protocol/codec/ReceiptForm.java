// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.time.Instant;
import java.util.List;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.ReceiptLine;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.wire.v1.LogWire;

/** Receipts. */
final class ReceiptForm {
    private static final int VERSION = 1;

    private ReceiptForm() {}

    static LogWire.Receipt toWire(Receipt receipt) {
        var wire = LogWire.Receipt.newBuilder()
                .setVersion(VERSION)
                .setHolder(ToWire.hash(receipt.holder().hash()))
                .setEpoch(receipt.epoch())
                .setClaimedMillis(receipt.claimedAt().toEpochMilli());
        receipt.lines()
                .forEach(line -> wire.addLines(LogWire.ReceiptLine.newBuilder()
                        .setLog(ToWire.log(line.log()))
                        .setSize(line.size())
                        .setRoot(ToWire.hash(line.root()))
                        .setErased(line.erased())));
        return wire.build();
    }

    static Receipt read(Bytes bytes) throws Malformed {
        var wire = FromWire.parse(
                bytes, Limits.STATEMENT_BYTES, LogWire.Receipt.getDescriptor(), LogWire.Receipt.parser());
        FromWire.version("receipt", wire.getVersion());
        SchoolId holder = FromWire.school("receipt.holder", wire.getHolder());
        List<ReceiptLine> lines = FromWire.list(wire.getLinesList(), ReceiptForm::line);
        Instant claimedAt = Instant.ofEpochMilli(wire.getClaimedMillis());
        return FromWire.make("receipt", () -> new Receipt(holder, wire.getEpoch(), claimedAt, lines));
    }

    private static ReceiptLine line(LogWire.ReceiptLine line) throws Malformed {
        LogId log = FromWire.log(line.getLog());
        Hash root = FromWire.hash("receipt.lines.root", line.getRoot());
        return FromWire.make("receipt.lines", () -> new ReceiptLine(log, line.getSize(), root, line.getErased()));
    }
}
