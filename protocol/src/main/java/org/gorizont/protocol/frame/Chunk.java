// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;

/** One chunk of a file with its audit path. */
public record Chunk(Hash file, long index, long chunks, Bytes content, List<Hash> path) implements Frame {
    public Chunk {
        path = List.copyOf(path);
    }
}
