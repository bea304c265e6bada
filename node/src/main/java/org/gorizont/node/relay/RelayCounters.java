// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.relay;

/**
 * What a relay has done since its start, in numbers alone.
 *
 * @param accepted connections that came
 * @param refused those of them that were closed because of a limit
 * @param unreadable those that said no preamble, or not in time
 * @param waiting that wait now
 * @param pairs that are joined now
 * @param joined pairs since the start
 * @param calledInVain calls for a token with which nobody waited
 * @param bytes that went through, both directions together
 */
public record RelayCounters(
        long accepted,
        long refused,
        long unreadable,
        long waiting,
        long pairs,
        long joined,
        long calledInVain,
        long bytes) {}
