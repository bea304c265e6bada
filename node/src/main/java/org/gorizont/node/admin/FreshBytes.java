// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import org.gorizont.protocol.model.Bytes;

/** Where secrets, salts and nonces come from. */
interface FreshBytes {
    Bytes of(int size);
}
