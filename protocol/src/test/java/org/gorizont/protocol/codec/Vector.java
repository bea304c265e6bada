// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Signature;

/**
 * A value, the bytes that stand for it, and what can be computed from both.
 *
 * @param more what only this format has: hashes, keys, signatures, text forms
 */
record Vector(
        String name,
        String description,
        Object value,
        Bytes exact,
        FromWire.Reader<Bytes, Object> reader,
        Map<String, Object> more) {
    static Vector of(
            String name, String description, Object value, Bytes exact, FromWire.Reader<Bytes, Object> reader) {
        return new Vector(name, description, value, exact, reader, Map.of());
    }

    Vector with(String field, Object content) {
        Map<String, Object> longer = new LinkedHashMap<>(more);
        longer.put(field, content);
        return new Vector(name, description, value, exact, reader, longer);
    }

    /** Names who signed and for what use. */
    Vector signed(int seed, SigningContext context, Signature signature) {
        return with("signerSeed", Samples.seed(seed))
                .with("signerKey", Samples.signer(seed).publicKey())
                .with("context", contextName(context))
                .with("signature", signature);
    }

    static String contextName(SigningContext context) {
        return switch (context) {
            case HEAD -> "gorizont/head/1";
            case LINK -> "gorizont/link/1";
            case RECEIPT -> "gorizont/receipt/1";
            case ADDRESS -> "gorizont/address/1";
            case LINEAGE -> "gorizont/lineage/1";
        };
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("description", description);
        json.put("fields", value);
        json.put("hex", exact);
        json.putAll(more);
        return json;
    }
}
