// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The golden file, by which another implementation can check itself. */
class CodedSymbolsVectorTest {
    private static final Properties VECTORS = new Properties();

    @BeforeAll
    static void read() throws IOException {
        try (Reader reader = new InputStreamReader(
                CodedSymbolsVectorTest.class.getResourceAsStream("/vectors/coded-symbols.properties"),
                StandardCharsets.US_ASCII)) {
            VECTORS.load(reader);
        }
    }

    @Test
    void circleGivesItsKey() {
        assertEquals(
                text("circle.key"),
                ItemKey.ofCircle(CircleId.ofHex(text("circle"))).bytes().hex());
    }

    @Test
    void headGivesItsItem() {
        ItemKey key = ItemKey.ofCircle(CircleId.ofHex(text("circle")));
        LogId log = LogId.ofKey(Bytes.ofHex(text("head.log")));
        long size = Long.parseLong(text("head.size"));
        long floor = Long.parseLong(text("head.floor"));

        long item = key.item(log, size, Hash.ofHex(text("head.root")), floor);

        assertEquals(text("head.item"), HexFormat.of().toHexDigits(item));
    }

    @Test
    void itemsGiveTheirWalksAndChecksums() {
        ItemMixer mixer = new ItemMixer(key());
        for (long item : few()) {
            String name = HexFormat.of().toHexDigits(item);
            assertEquals(text("walk." + name), walk(mixer.walk(item)));
            assertEquals(text("check." + name), HexFormat.of().toHexDigits(mixer.check(item)));
        }
    }

    @Test
    void fewItemsGiveTheirSymbols() {
        assertEquals(text("few.symbols.0-20"), ItemSets.of(few()).packed(0, 20).hex());
    }

    @Test
    void manyItemsGiveTheirSymbols() {
        int count = Integer.parseInt(text("many.count"));
        CodedSymbols symbols = new CodedSymbols(key());
        for (long number = 0; number < count; number++) {
            Bytes bytes = Bytes.wrap(ByteBuffer.allocate(8).putLong(number).array());
            symbols.add(Hashing.tagged(text("many.tag"), bytes).bytes().toLong());
        }

        assertEquals(text("many.symbols.0-20"), symbols.packed(0, 20).hex());
        assertEquals(
                text("many.symbols.0-2048.hash"),
                Hashing.tagged(text("many.tag"), symbols.packed(0, 2_048)).toString());
        assertEquals(
                text("many.symbols.65436-65536.hash"),
                Hashing.tagged(text("many.tag"), symbols.packed(65_436, 100)).toString());
    }

    private static ItemKey key() {
        return ItemKey.fresh(Bytes.ofHex(text("key")));
    }

    private static List<Long> few() {
        return Arrays.stream(text("few.items").split(" "))
                .map(HexFormat::fromHexDigitsToLong)
                .toList();
    }

    private static String walk(IndexWalk walk) {
        return IntStream.iterate(walk.index(), index -> index < Limits.SYMBOLS, _ -> {
                    walk.advance();
                    return walk.index();
                })
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    private static String text(String name) {
        String text = VECTORS.getProperty(name);
        if (text == null) {
            throw new IllegalStateException("no vector " + name);
        }
        return text;
    }
}
