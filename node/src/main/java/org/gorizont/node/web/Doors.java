// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which methods an address answers to, and how much it takes. */
final class Doors {
    private final Map<Route.Method, List<Pattern>> patterns;
    private final List<Route> uploads;
    private final List<Pattern> onlyHere;

    Doors(List<Route> routes) {
        this.patterns = routes.stream()
                .collect(Collectors.groupingBy(Route::method, Collectors.mapping(Route::pattern, Collectors.toList())));
        this.uploads = routes.stream().filter(route -> route.uploadBytes() > 0).toList();
        this.onlyHere =
                routes.stream().filter(Route::onlyHere).map(Route::pattern).toList();
    }

    /** Whether other computers of the school do not have this address. */
    boolean isOnlyHere(String path) {
        return onlyHere.stream().anyMatch(address -> address.matcher(path).matches());
    }

    /** Largest form with a file that an address takes; 0 if it takes none. */
    long uploadBytes(String path) {
        return uploads.stream()
                .filter(route -> route.pattern().matcher(path).matches())
                .mapToLong(Route::uploadBytes)
                .max()
                .orElse(0);
    }

    /** Empty for an address that does not exist. */
    Set<Route.Method> of(String path) {
        Set<Route.Method> methods = EnumSet.noneOf(Route.Method.class);
        patterns.forEach((method, addresses) -> {
            if (addresses.stream().anyMatch(address -> address.matcher(path).matches())) {
                methods.add(method);
            }
        });
        return methods;
    }
}
