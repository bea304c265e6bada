// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** An X25519 public key, 32 bytes (RFC 7748), to which bodies are sealed. */
public record SealingKey(Bytes bytes) {
    public static final int SIZE = 32;

    public SealingKey {
        Checks.size("sealing key", bytes, SIZE);
    }
}
