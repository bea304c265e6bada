// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;

/**
 * Which record a row is: the same row id of the same kind always leads to the same record of a school. An id {@code
 * record:} with 32 hexadecimal digits behind it is that record itself; so an export names what it has.
 */
public final class RowIds {
    private static final String TAG = "gorizont/import-row/1";

    private static final Pattern ITSELF = Pattern.compile("record:([0-9a-f]{32})");

    private RowIds() {}

    /** The row id that leads to this record, of whatever kind. */
    public static String of(RecordId record) {
        return "record:" + record;
    }

    /** The record of a row with this id. */
    public static RecordId of(Kind kind, String word) {
        var itself = ITSELF.matcher(word);
        return itself.matches() ? RecordId.ofHex(itself.group(1)) : hashed(kind, word);
    }

    static RecordId hashed(Kind kind, String... words) {
        StringBuilder whole = new StringBuilder(kind.type());
        for (String word : words) {
            // The length keeps ("a", "b") and ("a b") apart whatever the words hold.
            whole.append('\n').append(word.length()).append(':').append(word);
        }
        Bytes bytes = Bytes.wrap(whole.toString().getBytes(StandardCharsets.UTF_8));
        return new RecordId(Hashing.tagged(TAG, bytes).bytes().slice(0, RecordId.SIZE));
    }
}
