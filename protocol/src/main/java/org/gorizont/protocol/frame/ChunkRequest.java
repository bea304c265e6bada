// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import org.gorizont.protocol.model.Hash;

/** Asks for chunks [first, first + count) of a file. */
public record ChunkRequest(Hash file, long first, int count) implements Frame {}
