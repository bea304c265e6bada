// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import org.gorizont.protocol.model.LogId;

/** "Under this number, entries [from, to) of this log came to be held here." Numbers rise by one. */
public record Arrival(long number, LogId log, long from, long to) {}
