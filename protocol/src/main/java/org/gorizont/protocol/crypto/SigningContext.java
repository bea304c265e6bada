// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import java.nio.charset.StandardCharsets;
import org.gorizont.protocol.model.Bytes;

/** What a signature is for: its name is signed before the content, so that no signature can be used for another. */
public enum SigningContext {
    HEAD("gorizont/head/1"),
    LINK("gorizont/link/1"),
    RECEIPT("gorizont/receipt/1"),
    ADDRESS("gorizont/address/1"),
    LINEAGE("gorizont/lineage/1");

    private final String prefix;

    SigningContext(String name) {
        this.prefix = name + '\0';
    }

    /** The bytes that are signed: name, 0x00, content. */
    Bytes message(Bytes content) {
        return Bytes.wrap(prefix.getBytes(StandardCharsets.US_ASCII)).plus(content);
    }
}
