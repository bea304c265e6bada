// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A deed as one line of JSON; each line carries the hash of the one before, so a changed or missing one is seen. */
final class DeedLine {
    private static final String TAG = "gorizont/history-line/1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DeedLine() {}

    static String write(Deed deed, Hash previous) {
        return JSON.writeValueAsString(JSON.createObjectNode()
                .put("number", deed.number())
                .put("at", deed.at().toString())
                .put("account", deed.account())
                .put("login", deed.login())
                .put("what", deed.what())
                .put("object", deed.object())
                .put("before", deed.before())
                .put("after", deed.after())
                .put("done", deed.done())
                .put("session", deed.session())
                .put("program", deed.program())
                .put("previous", previous.toString()));
    }

    /** @throws IOException if the line is no deed */
    static Deed read(String line) throws IOException {
        JsonNode tree = tree(line);
        try {
            return new Deed(
                    tree.path("number").asLong(0),
                    Instant.parse(tree.path("at").asString("")),
                    tree.path("account").asString(""),
                    tree.path("login").asString(""),
                    tree.path("what").asString(""),
                    tree.path("object").asString(""),
                    tree.path("before").asString(""),
                    tree.path("after").asString(""),
                    tree.path("done").asBoolean(false),
                    tree.path("session").asString(""),
                    tree.path("program").asString(""));
        } catch (DateTimeException e) {
            throw new IOException("a line of the history that is none", e);
        }
    }

    /** The hash that a line says the one before has. */
    static String previous(String line) throws IOException {
        return tree(line).path("previous").asString("");
    }

    static Hash hash(String line) {
        return Hashing.tagged(TAG, Bytes.wrap(line.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode tree(String line) throws IOException {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            throw new IOException("a line of the history that is none", e);
        }
    }
}
