// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import org.gorizont.protocol.merkle.Inclusion;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/** An entry that answers a query, with the proof that its school published it. */
public record Hit(LogId log, long seq, Entry entry, SignedHead head, Inclusion proof) {}
