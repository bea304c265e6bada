// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.SealingKey;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.wire.v1.IdentityWire;

/** Small values out of their wire form, shared by all formats; {@code what} is the name of the field. */
final class FromWire {
    private FromWire() {}

    /** Reads one value out of another. */
    @FunctionalInterface
    interface Reader<F, T> {
        T read(F from) throws Malformed;
    }

    static <M extends MessageLite> M parse(Bytes bytes, int maxBytes, Descriptor type, Parser<M> parser)
            throws Malformed {
        if (bytes.size() > maxBytes) {
            throw new Malformed(type.getName() + " has " + bytes.size() + " bytes, more than " + maxBytes);
        }
        StrictScan.check(bytes.unsafeArray(), type);
        try {
            return parser.parseFrom(bytes.unsafeArray());
        } catch (InvalidProtocolBufferException e) {
            throw new Malformed(type.getName() + " cannot be read: " + e.getMessage());
        }
    }

    /** Makes a value out of parts that are read already; its own checks speak for the whole. */
    static <T> T make(String what, Supplier<T> value) throws Malformed {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new Malformed(what + ": " + e.getMessage());
        }
    }

    static void version(String what, int version) throws Malformed {
        if (version != 1) {
            throw new Malformed(what + " has version " + version + "; this program reads 1");
        }
    }

    static void that(boolean holds, String problem) throws Malformed {
        if (!holds) {
            throw new Malformed(problem);
        }
    }

    static Bytes bytes(ByteString bytes) {
        return Bytes.wrap(bytes.toByteArray());
    }

    static Bytes bytes(String what, ByteString bytes, int size) throws Malformed {
        if (bytes.size() != size) {
            throw new Malformed(what + " has " + bytes.size() + " bytes, not " + size);
        }
        return bytes(bytes);
    }

    static Bytes bytesOrNone(String what, ByteString bytes, int size) throws Malformed {
        return bytes.isEmpty() ? Bytes.empty() : bytes(what, bytes, size);
    }

    static String text(String what, String text, int maxLength) throws Malformed {
        that(text.length() <= maxLength, what + " has more than " + maxLength + " characters");
        return text;
    }

    static List<String> texts(String what, List<String> texts) throws Malformed {
        return list(texts, text -> text(what, text, Limits.TEXT_IN_FRAME));
    }

    static Hash hash(String what, ByteString bytes) throws Malformed {
        return new Hash(bytes(what, bytes, Hash.SIZE));
    }

    static SchoolId school(String what, ByteString bytes) throws Malformed {
        return new SchoolId(hash(what, bytes));
    }

    static CircleId circle(ByteString bytes) throws Malformed {
        return new CircleId(hash("circle", bytes));
    }

    static RecordId record(ByteString bytes) throws Malformed {
        return new RecordId(bytes("record", bytes, RecordId.SIZE));
    }

    static PublicKey publicKey(String what, ByteString bytes) throws Malformed {
        return new PublicKey(bytes(what, bytes, PublicKey.SIZE));
    }

    static SealingKey sealingKey(String what, ByteString bytes) throws Malformed {
        return new SealingKey(bytes(what, bytes, SealingKey.SIZE));
    }

    static List<Hash> hashes(String what, List<ByteString> list) throws Malformed {
        return list(list, bytes -> hash(what, bytes));
    }

    static LogId log(IdentityWire.LogId log) throws Malformed {
        SchoolId school = school("log.school", log.getSchool());
        Scope scope = new Scope(bytes("log.scope", log.getScope(), Hash.SIZE));
        return make("log", () -> new LogId(school, new Channel(log.getChannel()), scope, log.getIncarnation()));
    }

    static <T> Signed<T> signed(String what, IdentityWire.Signed signed, Reader<Bytes, T> reader) throws Malformed {
        Signature signature = signature(what, signed.getSignature());
        Bytes exact = bytes(signed.getContent());
        return new Signed<>(reader.read(exact), exact, signature);
    }

    static Signature signature(String what, ByteString bytes) throws Malformed {
        return new Signature(bytes(what + ".signature", bytes, Signature.SIZE));
    }

    static <F, T> Optional<T> optional(boolean present, F from, Reader<? super F, T> reader) throws Malformed {
        return present ? Optional.of(reader.read(from)) : Optional.empty();
    }

    static <F, T> List<T> list(List<F> from, Reader<? super F, ? extends T> reader) throws Malformed {
        List<T> list = new ArrayList<>(from.size());
        for (F element : from) {
            list.add(reader.read(element));
        }
        return list;
    }
}
