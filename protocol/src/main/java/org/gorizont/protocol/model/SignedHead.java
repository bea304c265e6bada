// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** A head under a key epoch, with the exact bytes that were signed. */
public record SignedHead(Head head, Bytes exact, Signature signature) {
    public LogId log() {
        return head.log();
    }

    public long size() {
        return head.size();
    }

    public Hash root() {
        return head.root();
    }

    /**
     * First seq that still matters. Always 0 in a CONTROL log, whatever its owner signs: who is a member follows from all of
     * its entries.
     */
    public long floor() {
        return log().channel().equals(Channel.CONTROL) ? 0 : head.floor();
    }
}
