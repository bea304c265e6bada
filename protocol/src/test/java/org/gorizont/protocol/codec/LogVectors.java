// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.crypto.Sealing;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Origin;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.ReceiptLine;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.SealedBody;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.model.Verb;
import org.gorizont.protocol.wire.v1.LogWire;

/** The vectors of what stands in logs, and of what is said about them. */
final class LogVectors {
    private LogVectors() {}

    static List<Vector> logIds() {
        LogId newer = new LogId(Samples.BOB, new Channel(9), Scope.of(Samples.CIRCLE), 300);
        return List.of(
                Vector.of("every-circle", "the 72-byte key", Samples.CATALOGUE, Samples.CATALOGUE.key(), LogId::ofKey),
                Vector.of("one-circle", "the 72-byte key", Samples.CONTROL, Samples.CONTROL.key(), LogId::ofKey),
                Vector.of("unknown-channel", "kept and forwarded", newer, newer.key(), LogId::ofKey));
    }

    static List<Vector> headers() {
        Origin origin = new Origin(0, 7, Samples.hash(0x43));
        Optional<Origin> none = Optional.empty();
        Header old = new Header(
                1,
                new Kind("a", 0, 0),
                Samples.RECORD,
                Verb.ERASE,
                Retention.LATEST,
                none,
                Instant.ofEpochMilli(-1),
                List.of(),
                false,
                0,
                Optional.empty());
        return List.of(
                header("put", Samples.HEADER).with("salt", Samples.BODY.salt()).with("body", Samples.BODY.content()),
                header("replace", Samples.header(Verb.REPLACE, Retention.HISTORY, none, List.of(), false)),
                header("withdraw", Samples.bodiless(Verb.WITHDRAW, Retention.LATEST)),
                header("erase", Samples.bodiless(Verb.ERASE, Retention.HISTORY)),
                header("re-put", Samples.header(Verb.PUT, Retention.LATEST, Optional.of(origin), List.of(), false)),
                header("references", Samples.header(Verb.PUT, Retention.HISTORY, none, Samples.references(), false)),
                header("sealed", Samples.header(Verb.PUT, Retention.HISTORY, none, List.of(), true)),
                header(
                        "everything",
                        Samples.header(
                                Verb.REPLACE, Retention.HISTORY, Optional.of(origin), Samples.references(), true)),
                header("before-1970", old));
    }

    private static Vector header(String name, Header header) {
        Bytes bytes = LogCodec.header(header);
        return Vector.of(
                        name,
                        "hash is the RFC 6962 leaf hash",
                        header,
                        bytes,
                        b -> LogCodec.entry(b, Optional.empty()).header().orElseThrow())
                .with("hash", Hashing.leaf(bytes));
    }

    static List<Vector> heads() {
        return List.of(
                head("with-floor", Samples.HEAD),
                head("one-entry", Samples.headOf(Samples.leaves(1, 1, ""))),
                head("largest", Samples.head(Samples.CONTROL, Long.MAX_VALUE, Samples.hash(0x44), Long.MAX_VALUE)));
    }

    private static Vector head(String name, SignedHead head) {
        return Vector.of(
                        name,
                        "Head message and its signature",
                        head.head(),
                        head.exact(),
                        b -> LogCodec.signedHead(b, head.signature()).head())
                .signed(Samples.ALICE_SIGNING, SigningContext.HEAD, head.signature());
    }

    static List<Vector> receipts() {
        Receipt least = new Receipt(
                Samples.BOB, 0, Samples.NOW, List.of(new ReceiptLine(Samples.CATALOGUE, 1, Samples.hash(0x30), 0)));
        return List.of(receipt("two-logs-one-erasure", Samples.receipt().value()), receipt("one-log", least));
    }

    private static Vector receipt(String name, Receipt receipt) {
        Bytes exact = LogCodec.receipt(receipt);
        var signature = Samples.signer(Samples.BOB_SIGNING).sign(SigningContext.RECEIPT, exact);
        return Vector.of(
                        name,
                        "signed by the holder",
                        receipt,
                        exact,
                        b -> LogCodec.signedReceipt(b, signature).value())
                .signed(Samples.BOB_SIGNING, SigningContext.RECEIPT, signature);
    }

    static List<Vector> sealedBody() {
        SealedBody body = Samples.sealedBody();
        List<Sealing.Recipient> recipients = Samples.recipients();
        return List.of(Vector.of("two-readers", "alice and bob", body, LogCodec.sealedBody(body), LogCodec::sealedBody)
                .with("content", Samples.BODY.content())
                .with("contentKey", Samples.CONTENT_KEY)
                .with(
                        "ephemeralSeeds",
                        recipients.stream()
                                .map(Sealing.Recipient::ephemeralSeed)
                                .toList())
                .with("privateKeys", List.of(Samples.seed(Samples.ALICE_SEALING), Samples.seed(Samples.BOB_SEALING))));
    }

    static List<Vector> consistency() {
        return List.of(Vector.of(
                        "three-in-five",
                        "ConsistencyProof message",
                        Samples.consistency(),
                        ToWire.bytes(ProofForm.toWire(Samples.consistency())),
                        b -> ProofForm.read(FromWire.parse(
                                b,
                                b.size(),
                                LogWire.ConsistencyProof.getDescriptor(),
                                LogWire.ConsistencyProof.parser())))
                .with("leaves", Samples.LEAVES)
                .with("oldRoot", Samples.headOf(Samples.LEAVES.subList(0, 3)).root())
                .with("newRoot", Samples.HEAD.root()));
    }

    static List<Vector> inclusion() {
        return List.of(Vector.of(
                        "third-of-five",
                        "InclusionProof message",
                        Samples.inclusion(),
                        ToWire.bytes(ProofForm.toWire(Samples.inclusion())),
                        b -> ProofForm.read(FromWire.parse(
                                b, b.size(), LogWire.InclusionProof.getDescriptor(), LogWire.InclusionProof.parser())))
                .with("leaf", Samples.LEAVES.get(2))
                .with("root", Samples.HEAD.root()));
    }

    static List<Vector> forkProof() {
        return List.of(Vector.of(
                        "fourth-entry",
                        "three common entries, then two on one branch and three on the other",
                        Samples.forkProof(),
                        LogCodec.forkProof(Samples.forkProof()),
                        LogCodec::forkProof)
                .with("signerKey", Samples.ALICE_GENESIS.signingKey()));
    }
}
