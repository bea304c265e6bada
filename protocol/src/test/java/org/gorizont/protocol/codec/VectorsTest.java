// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.gorizont.protocol.crypto.BackupCipher;
import org.gorizont.protocol.crypto.BackupHeader;
import org.gorizont.protocol.crypto.JdkEd25519;
import org.gorizont.protocol.crypto.Sealing;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.SealedBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The vector files say what this program does. {@code -Dgorizont.vectors=write} writes them anew: for a new format,
 * never to make this test pass, since the files are what other programs are built on.
 */
class VectorsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "vectors");
    private static final boolean WRITE = "write".equals(System.getProperty("gorizont.vectors"));

    static Stream<String> files() {
        return Vectors.all().keySet().stream();
    }

    static Stream<JsonNode> signed() {
        return files().flatMap(file -> read(file).valueStream()).filter(vector -> vector.has("signature"));
    }

    static Stream<Refused.Case> refused() {
        return Refused.all().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void valuesAreWrittenAsTheFileSays(String file) throws IOException {
        String written =
                VectorJson.write(Vectors.of(file).stream().map(Vector::json).toList());

        assertFileIs(file, written);
    }

    @ParameterizedTest
    @MethodSource("files")
    void bytesInTheFileReadAsTheValues(String file) throws Malformed {
        JsonNode vectors = read(file);

        assertEquals(Vectors.of(file).size(), vectors.size());
        for (Vector vector : Vectors.of(file)) {
            JsonNode stored = vectors.valueStream()
                    .filter(node -> node.get("name").asString().equals(vector.name()))
                    .findFirst()
                    .orElseThrow();
            Bytes exact = Bytes.ofHex(stored.get("hex").asString());
            assertEquals(vector.value(), vector.reader().read(exact), vector.name());
        }
    }

    /** By the JDK's Ed25519, over context, 0x00, bytes: what a second program would do with the file alone. */
    @ParameterizedTest
    @MethodSource("signed")
    void signaturesInTheFilesHoldForAnotherLibrary(JsonNode vector) {
        Bytes context = Samples.text(vector.get("context").asString() + "\0");

        assertTrue(JdkEd25519.verify(
                bytes(vector, "signerKey"), context.plus(bytes(vector, "hex")), bytes(vector, "signature")));
    }

    @Test
    void sealedBodyInTheFileOpensForEveryReader() throws Malformed {
        JsonNode vector = read("sealed-body").get(0);
        SealedBody body = LogCodec.sealedBody(bytes(vector, "hex"));

        for (int reader = 0; reader < body.keys().size(); reader++) {
            Bytes key = Bytes.ofHex(vector.get("privateKeys").get(reader).asString());
            assertEquals(
                    Optional.of(bytes(vector, "content")),
                    Sealing.open(body, body.keys().get(reader).school(), key));
        }
    }

    @Test
    void backupInTheFileOpensWithTheSheet() {
        JsonNode vector = read("backup").get(0);
        Bytes exact = bytes(vector, "hex");
        BackupHeader header = BackupHeader.read(exact.slice(0, BackupHeader.SIZE));
        Bytes key = header.open(new RecoverySheet(bytes(vector, "sheet")).backupSeed())
                .orElseThrow();
        byte[] piece = exact.slice(BackupHeader.SIZE, exact.size()).toArray();

        assertArrayEquals(
                bytes(vector, "content").toArray(), new BackupCipher(key, header).open(0, true, piece, piece.length));
    }

    @Test
    void refusedBytesAreWrittenAsTheFileSays() throws IOException {
        assertFileIs("refused", VectorJson.write(Refused.all()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusedBytesAreRefused(Refused.Case refused) {
        assertThrows(Malformed.class, () -> read(refused));
    }

    private static Object read(Refused.Case refused) throws Malformed {
        Bytes bytes = refused.hex();
        return switch (refused.type()) {
            case "Frame" -> FrameCodec.decode(bytes.unsafeArray());
            case "Head" -> LogCodec.signedHead(bytes, Samples.HEAD.signature());
            case "Header" -> HeaderForm.read(bytes);
            case "Genesis" -> IdentityCodec.genesis(bytes);
            case "Charter" -> CircleCodec.charter(bytes);
            default -> throw new IllegalArgumentException(refused.type());
        };
    }

    private static void assertFileIs(String file, String content) throws IOException {
        Path path = FOLDER.resolve(file + ".json");
        if (WRITE) {
            Files.writeString(path, content);
        }
        assertEquals(Files.readString(path).replace("\r\n", "\n"), content);
    }

    private static Bytes bytes(JsonNode vector, String field) {
        return Bytes.ofHex(vector.get(field).asString());
    }

    private static JsonNode read(String file) {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(FOLDER.resolve(file + ".json"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("no vectors of " + file, e);
        }
    }
}
