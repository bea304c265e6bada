// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import org.gorizont.protocol.model.RecordId;

/** Asks a school for the author's card of one of its practices. */
public record CardRequest(RecordId record) implements Frame {}
