// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.util.Optional;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Verb;

/** Which entries speak of a record, and which erase: rows that follow from the headers. */
final class VersionIndex {
    private static final byte[] NOTHING = {};
    private static final byte[] FIRST = {};
    private static final int HEADERS_AT_ONCE = 10_000;

    private VersionIndex() {}

    static void add(Staged rows, int log, long seq, Entry entry) {
        entry.header().ifPresent(header -> {
            rows.put(Family.VERSIONS, Keys.version(log, header.record(), seq), NOTHING);
            if (header.verb() == Verb.ERASE) {
                rows.put(Family.ERASURES, Keys.entry(log, seq), NOTHING);
            }
        });
    }

    /** Forgets the entries from {@code from} on, whose headers are still here. */
    static void cut(Staged rows, int log, long from) {
        cut(rows, log, from, Long.MAX_VALUE);
    }

    /** Forgets the entries from {@code from} on and below {@code to}, whose headers are still here. */
    static void cut(Staged rows, int log, long from, long to) {
        byte[] prefix = Keys.of(log);
        try (Scan headers = rows.scan(Family.HEADERS, Keys.entry(log, from))) {
            for (; headers.within(prefix) && Keys.seq(headers.key()) < to; headers.next()) {
                long seq = Keys.seq(headers.key());
                entry(headers)
                        .header()
                        .ifPresent(header -> rows.delete(Family.VERSIONS, Keys.version(log, header.record(), seq)));
            }
        }
    }

    /** Makes the rows of a store that has none. Done again from the beginning if it was not finished. */
    static void build(Database database) throws StoreFailed {
        byte[] next = FIRST;
        boolean more = true;
        while (more) {
            try (Staged rows = new Staged(database);
                    Scan headers = database.scan(Family.HEADERS, next)) {
                for (int i = 0; i < HEADERS_AT_ONCE && headers.valid(); i++) {
                    add(rows, Keys.log(headers.key()), Keys.seq(headers.key()), entry(headers));
                    headers.next();
                }
                more = headers.valid();
                next = more ? headers.key() : FIRST;
                rows.write();
            }
        }
    }

    private static Entry entry(Scan headers) {
        return LogCodec.entry(Bytes.wrap(headers.value()), Optional.empty());
    }
}
