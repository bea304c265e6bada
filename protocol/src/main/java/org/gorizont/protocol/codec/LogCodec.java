// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.util.Optional;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.merkle.ForkProof;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.SealedBody;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.wire.v1.LogWire;

/**
 * What stands in logs and what is said about them. Writing gives the bytes that are hashed or signed; reading takes
 * such bytes and keeps them. Formats: docs/protocol.md, "Logs".
 */
public final class LogCodec {
    private LogCodec() {}

    public static Bytes header(Header header) {
        return ToWire.bytes(HeaderForm.toWire(header));
    }

    /**
     * An entry out of the bytes that a log commits to. Void or newer headers are legal there and leave {@code header}
     * empty, the same at every node of this version; nothing is thrown.
     */
    public static Entry entry(Bytes headerBytes, Optional<Body> body) {
        return new Entry(headerBytes, () -> Hashing.leaf(headerBytes), () -> readable(headerBytes), body);
    }

    private static Optional<Header> readable(Bytes headerBytes) {
        try {
            return Optional.of(HeaderForm.read(headerBytes));
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    public static Bytes head(Head head) {
        return ToWire.bytes(HeadForm.toWire(head));
    }

    /** Reads a head; whether the signature is right is not asked. */
    public static SignedHead signedHead(Bytes exact, Signature signature) throws Malformed {
        return new SignedHead(HeadForm.read(exact), exact, signature);
    }

    public static Bytes receipt(Receipt receipt) {
        return ToWire.bytes(ReceiptForm.toWire(receipt));
    }

    /** Reads a receipt; whether the signature is right is not asked. */
    public static Signed<Receipt> signedReceipt(Bytes exact, Signature signature) throws Malformed {
        return new Signed<>(ReceiptForm.read(exact), exact, signature);
    }

    /** The content of a body whose header says "sealed". */
    public static Bytes sealedBody(SealedBody body) {
        return ToWire.bytes(SealedForm.toWire(body));
    }

    public static SealedBody sealedBody(Bytes content) throws Malformed {
        return SealedForm.read(content);
    }

    public static Bytes forkProof(ForkProof proof) {
        return ToWire.bytes(ProofForm.toWire(proof));
    }

    /** Reads a fork proof; whether it proves anything is not asked. */
    public static ForkProof forkProof(Bytes bytes) throws Malformed {
        return ProofForm.read(FromWire.parse(
                bytes, Limits.STATEMENT_BYTES, LogWire.ForkProof.getDescriptor(), LogWire.ForkProof.parser()));
    }
}
