// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.identity;

import org.gorizont.protocol.model.IdentityChain;

/** What a claimed identity chain is worth. */
public sealed interface ChainVerdict {
    /** Every hash, commitment and signature fits. */
    record Valid(IdentityChain chain) implements ChainVerdict {}

    /**
     * Nothing of it may be used.
     *
     * @param reason English, for counters and log files; names no bytes of the claim but numbers
     */
    record Invalid(String reason) implements ChainVerdict {}
}
