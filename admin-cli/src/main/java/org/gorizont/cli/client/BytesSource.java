// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.client;

import com.google.protobuf.ByteString;

/** Bytes in pieces of at most 1 MiB; an empty one is the end. */
@FunctionalInterface
public interface BytesSource {
    ByteString next();
}
