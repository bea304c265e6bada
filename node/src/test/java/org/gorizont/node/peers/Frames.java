// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.IdentityCodec;
import org.gorizont.protocol.frame.Chunk;
import org.gorizont.protocol.frame.ChunkRequest;
import org.gorizont.protocol.frame.Hello;
import org.gorizont.protocol.frame.Receipts;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Genesis;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SealingKey;

/** Frames that say little, of any size. */
final class Frames {
    private static final Hash SOME_HASH = new Hash(Bytes.zeros(Hash.SIZE));

    private Frames() {}

    static Hello hello() {
        Genesis genesis = new Genesis(
                new PublicKey(Bytes.zeros(PublicKey.SIZE)),
                new SealingKey(Bytes.zeros(SealingKey.SIZE)),
                SOME_HASH,
                Bytes.zeros(Genesis.NONCE_SIZE));
        return new Hello(
                Hello.VERSION,
                Hello.VERSION,
                "test",
                List.of(),
                new IdentityClaim(IdentityCodec.genesis(genesis), genesis, List.of()),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Bytes.zeros(Hello.STORE_EPOCH_SIZE));
    }

    /** A short frame that can be told from others by its number. */
    static ChunkRequest numbered(int number) {
        return new ChunkRequest(SOME_HASH, number, 1);
    }

    /** A frame with that many bytes of content. */
    static Chunk sized(int bytes) {
        return new Chunk(SOME_HASH, 0, 1, Bytes.zeros(bytes), List.of());
    }

    /** A frame that may be lost. */
    static Receipts hint() {
        return new Receipts(List.of());
    }
}
