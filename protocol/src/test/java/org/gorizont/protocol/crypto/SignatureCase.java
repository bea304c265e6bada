// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import java.io.InputStream;
import java.util.stream.Stream;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Signature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One signature that is right or wrong, in a file of ours or of Wycheproof: the field names are the same. */
record SignatureCase(Bytes key, JsonNode json) {
    static JsonNode read(InputStream file) {
        return JsonMapper.shared().readTree(file);
    }

    /** Of a file where each case names its key. */
    static Stream<SignatureCase> tests(JsonNode cases) {
        return cases.valueStream()
                .map(test -> new SignatureCase(Bytes.ofHex(test.get("pk").asString()), test));
    }

    /** Of a file where the cases stand in groups of one key. */
    static Stream<SignatureCase> groups(JsonNode file) {
        return file.get("testGroups").valueStream().flatMap(SignatureCase::group);
    }

    private static Stream<SignatureCase> group(JsonNode group) {
        Bytes key = Bytes.ofHex(group.get("publicKey").get("pk").asString());
        return group.get("tests").valueStream().map(test -> new SignatureCase(key, test));
    }

    Bytes message() {
        return Bytes.ofHex(text("msg", ""));
    }

    Bytes signatureBytes() {
        return Bytes.ofHex(text("sig", ""));
    }

    Signature signature() {
        return new Signature(signatureBytes());
    }

    boolean valid() {
        return text("result", "").equals("valid");
    }

    String text(String field, String otherwise) {
        return json.has(field) ? json.get(field).asString() : otherwise;
    }

    @Override
    public String toString() {
        return text("name", text("tcId", "") + " " + text("comment", ""));
    }
}
