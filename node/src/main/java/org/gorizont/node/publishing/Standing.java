// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.publishing;

import java.nio.charset.StandardCharsets;
import org.gorizont.node.readmodel.RecordVersion;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;

/** Names what stands of a record, so that a draft knows whether the record has changed since it was begun. */
public final class Standing {
    private static final String VERSION = "gorizont/local-version/1";

    private Standing() {}

    /** The same after a re-put, another one after every other change. */
    public static Hash of(RecordVersion version) {
        Bytes order = Bytes.wrap((version.order() + " " + version.verb()).getBytes(StandardCharsets.UTF_8));
        return Hashing.tagged(VERSION, order, version.content().orElse(Bytes.empty()));
    }
}
