// SPDX-License-Identifier: Apache-2.0
/**
 * Hashing, signing and sealing, by kept libraries; what is hashed and signed is defined in docs/protocol.md.
 *
 * <p>Owns no key material at rest and no randomness: keys, salts and nonces come in as bytes.
 */
@NullMarked
package org.gorizont.protocol.crypto;

import org.jspecify.annotations.NullMarked;
