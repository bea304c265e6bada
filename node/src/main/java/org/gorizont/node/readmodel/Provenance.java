// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.time.Instant;
import java.util.Optional;
import org.gorizont.protocol.model.SchoolId;

/**
 * Who says something, and as of when.
 *
 * @param schoolName as the school calls itself; empty when its card is not here
 * @param zone name of the school's time zone, perhaps empty or unknown to this machine
 * @param said when the school wrote it, by its own clock
 * @param asOf when it was last known to stand
 */
public record Provenance(SchoolId school, Optional<String> schoolName, String zone, Instant said, Instant asOf) {}
