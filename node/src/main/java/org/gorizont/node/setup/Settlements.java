// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.setup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Towns that can be named instead of typing where they are. A place that is not here is typed in full. */
public final class Settlements {
    private static final List<Settlement> ALL = read();

    private Settlements() {}

    /** @param latitude of its middle, in degrees as they are typed in a form; so {@code longitude} */
    public record Settlement(String name, String region, String zone, String latitude, String longitude) {}

    /** In the order of names. */
    public static List<Settlement> all() {
        return ALL;
    }

    /** Fields of a school's card with what follows from the settlement; what somebody typed stays. */
    public static Map<String, String> completed(Map<String, String> fields) {
        String typed = fields.getOrDefault("settlement", "").strip();
        Optional<Settlement> found =
                ALL.stream().filter(each -> each.name.equalsIgnoreCase(typed)).findFirst();
        if (found.isEmpty() || !fits(fields, found.get())) {
            return fields;
        }
        Settlement place = found.get();
        Map<String, String> completed = new LinkedHashMap<>(fields);
        completed.put("settlement", place.name);
        putIfBlank(completed, "region", place.region);
        putIfBlank(completed, "zone", place.zone);
        if (isBlank(fields, "latitude") && isBlank(fields, "longitude")) {
            completed.put("latitude", place.latitude);
            completed.put("longitude", place.longitude);
        }
        return completed;
    }

    /** A town of the same name in another region is another town. */
    private static boolean fits(Map<String, String> fields, Settlement place) {
        return isBlank(fields, "region")
                || fields.getOrDefault("region", "").strip().equalsIgnoreCase(place.region);
    }

    private static void putIfBlank(Map<String, String> fields, String name, String value) {
        if (isBlank(fields, name)) {
            fields.put(name, value);
        }
    }

    private static boolean isBlank(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").isBlank();
    }

    private static List<Settlement> read() {
        try (InputStream file = Settlements.class.getResourceAsStream("settlements.txt")) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its list of settlements");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("; "))
                    .map(parts -> new Settlement(parts[0], parts[1], parts[2], parts[3], parts[4]))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the list of settlements", e);
        }
    }
}
