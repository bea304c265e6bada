// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.gorizont.node.metrics.NodeMetrics;

/**
 * For programs that watch over the node: numbers, whether it lives, whether it can work. Open to everybody on this computer:
 * there are counts in it and nothing else.
 */
final class VitalsPages {
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final Vitals vitals;

    VitalsPages(Vitals vitals) {
        this.vitals = vitals;
    }

    List<Route> routes() {
        return List.of(
                Route.open(
                        Route.Method.GET,
                        "/metrics",
                        context -> answer(
                                context,
                                NodeMetrics.CONTENT_TYPE,
                                vitals.metrics().get())),
                Route.open(Route.Method.GET, "/health/live", context -> answer(context, PLAIN, "live\n")),
                Route.open(Route.Method.GET, "/health/ready", this::ready));
    }

    private void ready(Context context) {
        List<String> hindrances = vitals.hindrances().get();
        if (!hindrances.isEmpty()) {
            context.status(HttpStatus.SERVICE_UNAVAILABLE);
        }
        answer(context, PLAIN, hindrances.isEmpty() ? "ready\n" : String.join("\n", hindrances) + "\n");
    }

    private static void answer(Context context, String type, String text) {
        context.header(Header.CACHE_CONTROL, "no-store");
        context.contentType(type);
        context.result(text);
    }
}
