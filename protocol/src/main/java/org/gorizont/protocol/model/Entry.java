// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Exact header bytes and perhaps the body. Never encoded again: {@link #headerBytes} are what arrived.
 *
 * <p>Leaf hash and header follow from the bytes and are computed when somebody asks: an entry that is only passed on from
 * the store to a neighbour costs neither.
 */
public final class Entry {
    private final Bytes headerBytes;
    private final Supplier<Hash> hash;
    private final Supplier<Optional<Header>> header;
    private final Optional<Body> body;

    /**
     * @param hash RFC 6962 leaf hash of {@code headerBytes}; asked for at most once by each thread
     * @param header what the bytes say, or empty when this version cannot read them (void, or newer): such an entry is held
     *     and forwarded all the same; asked for at most once by each thread
     * @param body empty when the verb has none, when it was dropped or erased, or when it has not arrived yet
     */
    public Entry(Bytes headerBytes, Supplier<Hash> hash, Supplier<Optional<Header>> header, Optional<Body> body) {
        this.headerBytes = headerBytes;
        this.hash = hash instanceof Memo<Hash> ? hash : new Memo<>(hash);
        this.header = header instanceof Memo<Optional<Header>> ? header : new Memo<>(header);
        this.body = body;
    }

    public Bytes headerBytes() {
        return headerBytes;
    }

    /** RFC 6962 leaf hash of the header bytes. */
    public Hash hash() {
        return hash.get();
    }

    /** What the bytes say; empty when this version cannot read them. */
    public Optional<Header> header() {
        return header.get();
    }

    /** Empty when the verb has none, when it was dropped or erased, or when it has not arrived yet. */
    public Optional<Body> body() {
        return body;
    }

    public Entry withBody(Body found) {
        return new Entry(headerBytes, hash, header, Optional.of(found));
    }

    public Entry withoutBody() {
        return new Entry(headerBytes, hash, header, Optional.empty());
    }

    /** Whether the header commits to a body that is not here. */
    public boolean lacksBody() {
        return body.isEmpty() && header().flatMap(Header::commitment).isPresent();
    }

    /** Bytes that this entry takes in a frame, without framing. */
    public int sizeBytes() {
        return headerBytes.size()
                + body.map(b -> b.salt().size() + b.content().size()).orElse(0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry && headerBytes.equals(entry.headerBytes) && body.equals(entry.body);
    }

    @Override
    public int hashCode() {
        return 31 * headerBytes.hashCode() + body.hashCode();
    }

    @Override
    public String toString() {
        return "Entry[hash=" + hash() + ", header=" + header() + ", body=" + (body.isPresent() ? "here" : "none") + "]";
    }
}
