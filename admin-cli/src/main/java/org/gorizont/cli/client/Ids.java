// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.client;

import com.google.protobuf.ByteString;
import java.util.HexFormat;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.RecordId;

/** Identities of the admin API as people see and type them. */
public final class Ids {
    private static final int SHORT = 8;

    private Ids() {}

    public static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    /** As a school's short form: enough to tell two of one name apart. */
    public static String brief(ByteString bytes) {
        String hex = hex(bytes);
        return hex.length() < SHORT ? hex : hex.substring(0, SHORT / 2) + "-" + hex.substring(SHORT / 2, SHORT);
    }

    public static ByteString of(Bytes bytes) {
        return ByteString.copyFrom(bytes.unsafeArray());
    }

    public static ByteString of(RecordId record) {
        return of(record.bytes());
    }

    public static Bytes bytes(ByteString bytes) {
        return Bytes.wrap(bytes.toByteArray());
    }

    /**
     * An id as people type it: hexadecimal digits, perhaps with hyphens.
     *
     * @throws Failure if the text is no id of that many bytes
     */
    public static ByteString parse(String text, int size) {
        String hex = text.strip().toLowerCase(java.util.Locale.ROOT).replace("-", "");
        if (!hex.matches("[0-9a-f]{" + 2 * size + "}")) {
            throw Failure.usage("not-an-id", text, 2 * size);
        }
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
