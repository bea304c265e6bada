// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.Scope;

/** Port: this school's own logs, as far as they are on disk. For any thread; may block on the disk. */
public interface OwnStore {
    /** Own logs that have an entry, ascending. */
    List<OwnLog> logs();

    /** Leaf hash of an own entry. */
    Optional<Hash> leafHash(LogId log, long seq);

    /** Which of these leaf hashes stand in own logs of this channel and scope, of whatever incarnation. */
    Set<Hash> standing(Channel channel, Scope scope, Set<Hash> leaves);
    /** The newest entries that erase something, oldest first. */
    List<Erased> erased(int atMost);

    /**
     * An entry that erases.
     *
     * @param before how many entries of the log up to it erase, it included
     */
    record Erased(LogId log, long seq, long before, Header header) {}

    /**
     * One own log.
     *
     * @param receipts the newest of each school for this log
     */
    record OwnLog(LogId log, long size, List<Receipt> receipts) {
        public OwnLog {
            receipts = List.copyOf(receipts);
        }
    }
}
