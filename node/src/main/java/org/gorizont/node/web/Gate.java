// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * In front of every page and file: adds the headers that keep foreign pages out, and turns away what does not ask for
 * this server by its name (421), changes anything (405), or plays with the path (404), before anything else sees it.
 */
final class Gate extends Handler.Wrapper {
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; " + "frame-ancestors 'none'; object-src 'none'";

    private final Hosts hosts;

    Gate(Hosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        protect(response);
        if (!hosts.allow(host(request), Request.getLocalPort(request))) {
            return refuse(response, HttpStatus.MISDIRECTED_REQUEST_421, callback);
        } else if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            return refuse(response, HttpStatus.METHOD_NOT_ALLOWED_405, callback);
        } else if (!isPlain(request.getHttpURI().getPath())) {
            return refuse(response, HttpStatus.NOT_FOUND_404, callback);
        }
        return super.handle(request, response, callback);
    }

    /** The headers of every answer, also of those that the server gives by itself. */
    static void protect(Response response) {
        response.getHeaders().put("Content-Security-Policy", POLICY);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Referrer-Policy", "no-referrer");
        response.getHeaders().put("Cross-Origin-Resource-Policy", "same-origin");
        response.getHeaders().put("Cross-Origin-Opener-Policy", "same-origin");
    }

    /** The one Host header as it was sent; empty when there is none, or more than one. */
    private static String host(Request request) {
        List<HttpField> fields = request.getHeaders().getFields(HttpHeader.HOST);
        String value = fields.size() == 1 ? fields.getFirst().getValue() : null;
        return value == null ? "" : value;
    }

    /** Every address of ours is made of these characters; so nothing in a path needs to be decoded. */
    private static boolean isPlain(String path) {
        boolean plain =
                path.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "/-._".indexOf(c) >= 0));
        return plain && !path.contains("//") && !path.contains("..");
    }

    private static boolean refuse(Response response, int status, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        Content.Sink.write(response, true, status + " " + HttpStatus.getMessage(status) + "\n", callback);
        return true;
    }
}
