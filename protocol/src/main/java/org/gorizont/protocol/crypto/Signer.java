// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Signature;

/** Signs as one key; the same content always gives the same signature. Does not block and does not fail. */
public interface Signer {
    PublicKey publicKey();

    Signature sign(SigningContext context, Bytes content);
}
