// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.protocol.frame.Goodbye;
import org.gorizont.protocol.model.Bytes;

/** Bytes that no reader accepts, each made from good ones by one fault. A header like this is void in its log. */
final class Refused {
    private Refused() {}

    /** @param id of this kind of bad input, as in the names of tests */
    record Case(String name, String id, String type, Bytes hex) {}

    static List<Case> all() {
        Bytes frame = Bytes.wrap(FrameCodec.encode(new Goodbye(Optional.empty(), "bye")));
        Map<String, Bytes> good = new LinkedHashMap<>();
        good.put("Frame", frame);
        good.put("Head", Samples.HEAD.exact());
        good.put("Header", LogCodec.header(Samples.HEADER));
        good.put("Genesis", IdentityCodec.genesis(Samples.ALICE_GENESIS));
        good.put("Charter", CircleCodec.charter(Samples.CHARTER));
        List<Case> cases = new ArrayList<>();
        good.forEach((type, bytes) -> faults(bytes).forEach((name, fault) -> cases.add(fault(name, type, fault))));
        return cases;
    }

    private static Case fault(String name, String type, Bytes bytes) {
        return new Case(name.substring(name.indexOf(' ') + 1), name.substring(0, 3), type, bytes);
    }

    private static Map<String, Bytes> faults(Bytes good) {
        Map<String, Bytes> faults = new LinkedHashMap<>();
        faults.put("W01 one byte", Bytes.ofHex("0a"));
        faults.put("W02 last byte missing", good.slice(0, good.size() - 1));
        faults.put("W04 length beyond the bytes", good.plus(Raw.tag(900, 2)).plus(Raw.varint(Integer.MAX_VALUE)));
        faults.put("W04 length of 2^63", good.plus(Raw.tag(900, 2)).plus(Raw.varint(1L << 63)));
        faults.put("W05 number of eleven bytes", good.plus(Bytes.ofHex("a038ffffffffffffffffff8001")));
        faults.put("W05 number not in its shortest form", good.plus(Bytes.ofHex("a0388000")));
        faults.put("W05 wire type 7", good.plus(Raw.tag(900, 7)));
        faults.put("W05 field number 0", good.plus(Bytes.ofHex("0000")));
        faults.put("W09 group", good.plus(Raw.tag(900, 3)).plus(Raw.tag(900, 4)));
        faults.put("W06 everything twice", good.plus(good));
        return faults;
    }
}
