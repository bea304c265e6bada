// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.checkers;

import java.util.stream.Stream;
import org.gorizont.protocol.frame.Bodies;
import org.gorizont.protocol.frame.CursorPage;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.ForkAlert;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.frame.Hello;
import org.gorizont.protocol.frame.Proof;
import org.gorizont.protocol.frame.Receipts;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.ReceiptLine;
import org.gorizont.protocol.model.SignedHead;

/** The logs of which a frame tells something. */
final class LogsIn {
    private LogsIn() {}

    static Stream<LogId> frame(Frame frame) {
        return switch (frame) {
            case Hello f -> f.yourHeads().stream().map(SignedHead::log);
            case CursorPage f -> f.heads().stream().map(SignedHead::log);
            case HeadNotice f ->
                Stream.concat(
                        f.heads().stream().map(SignedHead::log),
                        f.riding().stream().map(Entries::log));
            case Entries f when !f.entries().isEmpty() -> Stream.of(f.log());
            case Bodies f when !f.bodies().isEmpty() -> Stream.of(f.log());
            case Proof f -> Stream.of(f.log());
            case ForkAlert f -> Stream.of(f.proof().first().log());
            case Receipts f ->
                f.receipts().stream()
                        .flatMap(receipt -> receipt.value().lines().stream())
                        .map(ReceiptLine::log);
            default -> Stream.empty();
        };
    }
}
