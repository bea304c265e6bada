// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

/** A point on the map, in degrees times 100,000: about a metre. */
public record Place(int latitudeE5, int longitudeE5) {
    private static final int MAX_LATITUDE_E5 = 90 * 100_000;
    private static final int MAX_LONGITUDE_E5 = 180 * 100_000;

    public Place {
        Fields.range("latitude", latitudeE5, -MAX_LATITUDE_E5, MAX_LATITUDE_E5);
        Fields.range("longitude", longitudeE5, -MAX_LONGITUDE_E5, MAX_LONGITUDE_E5);
    }
}
