// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.util.List;

/**
 * Where a school can be dialled; the highest epoch wins, then the highest serial. A school with no endpoint only dials
 * out.
 */
public record AddressRecord(
        SchoolId school, int epoch, long serial, List<Endpoint> endpoints, List<RelayEndpoint> relays) {
    public static final int MAX_ENDPOINTS = 8;

    public AddressRecord {
        endpoints = List.copyOf(endpoints);
        relays = List.copyOf(relays);
        Checks.notNegative("epoch", epoch);
        Checks.notNegative("serial", serial);
        Checks.that(endpoints.size() + relays.size() <= MAX_ENDPOINTS, "too many endpoints");
    }
}
