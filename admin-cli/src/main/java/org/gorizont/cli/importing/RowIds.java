// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import java.nio.charset.StandardCharsets;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;

/** Which record a row is: the same row id of the same kind always leads to the same record of a school. */
public final class RowIds {
    private static final String TAG = "gorizont/import-row/1";

    private RowIds() {}

    public static RecordId of(Kind kind, String... words) {
        StringBuilder whole = new StringBuilder(kind.type());
        for (String word : words) {
            // The length keeps ("a", "b") and ("a b") apart whatever the words hold.
            whole.append('\n').append(word.length()).append(':').append(word);
        }
        Bytes bytes = Bytes.wrap(whole.toString().getBytes(StandardCharsets.UTF_8));
        return new RecordId(Hashing.tagged(TAG, bytes).bytes().slice(0, RecordId.SIZE));
    }
}
