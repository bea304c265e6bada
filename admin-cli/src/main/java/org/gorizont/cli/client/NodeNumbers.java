// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The numbers that a running node tells programs that watch over it. */
public final class NodeNumbers {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;

    private NodeNumbers() {}

    /**
     * Reads them.
     *
     * @param webUrl address of the pages, empty where there are none
     * @return nothing if they cannot be had
     */
    public static String of(String webUrl) throws InterruptedException {
        if (webUrl.isEmpty()) {
            return "";
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(webUrl).resolve("/metrics"))
                .timeout(PATIENCE)
                .build();
        // The node is on this computer, whatever proxy there is for the others.
        try (HttpClient client =
                HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == OK ? answer.body() : "";
        } catch (IOException _) {
            return "";
        }
    }
}
