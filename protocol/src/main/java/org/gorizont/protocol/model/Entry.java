// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.util.Optional;

/**
 * Exact header bytes, their leaf hash, and perhaps the body. Never encoded again: {@code headerBytes} are what arrived.
 *
 * @param hash RFC 6962 leaf hash of {@code headerBytes}
 * @param header what the bytes say, or empty when this version cannot read them (void, or newer): such an entry is held
 *     and forwarded all the same
 * @param body empty when the verb has none, when it was dropped or erased, or when it has not arrived yet
 */
public record Entry(Bytes headerBytes, Hash hash, Optional<Header> header, Optional<Body> body) {
    public Entry withBody(Body found) {
        return new Entry(headerBytes, hash, header, Optional.of(found));
    }

    public Entry withoutBody() {
        return new Entry(headerBytes, hash, header, Optional.empty());
    }

    /** Whether the header commits to a body that is not here. */
    public boolean lacksBody() {
        return body.isEmpty() && header.flatMap(Header::commitment).isPresent();
    }

    /** Bytes that this entry takes in a frame, without framing. */
    public int sizeBytes() {
        return headerBytes.size()
                + body.map(b -> b.salt().size() + b.content().size()).orElse(0);
    }
}
