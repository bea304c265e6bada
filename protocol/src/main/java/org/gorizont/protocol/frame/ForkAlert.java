// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import org.gorizont.protocol.merkle.ForkProof;

/** Two versions of a log; sent before anything else of that log. */
public record ForkAlert(ForkProof proof) implements Frame {}
