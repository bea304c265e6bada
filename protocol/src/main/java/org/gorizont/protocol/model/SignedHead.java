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
}
