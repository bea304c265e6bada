// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * this server by its name (421), plays with the path (404), asks in a way that the address does not know (405), comes
 * from a foreign page (403), is no form (415), or comes with a file that is too large (413), before anything else sees it.
 */
final class Gate extends Handler.Wrapper {
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; " + "frame-ancestors 'none'; object-src 'none'";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String FORM_WITH_FILE = "multipart/form-data";

    private final Hosts hosts;
    private final Doors doors;

    Gate(Hosts hosts, Doors doors) {
        this.hosts = hosts;
        this.doors = doors;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        protect(response);
        if (!hosts.allow(host(request), Request.getLocalPort(request), request.isSecure())) {
            return refuse(response, HttpStatus.MISDIRECTED_REQUEST_421, callback);
        }
        String path = request.getHttpURI().getPath();
        if (!isPlain(path) || request.isSecure() && doors.isOnlyHere(path)) {
            return refuse(response, HttpStatus.NOT_FOUND_404, callback);
        }
        Set<Route.Method> methods = doors.of(path);
        if (!isKnown(request.getMethod(), methods)) {
            response.getHeaders().put(HttpHeader.ALLOW, allowed(methods));
            return refuse(response, HttpStatus.METHOD_NOT_ALLOWED_405, callback);
        } else if (isForeign(request)) {
            return refuse(response, HttpStatus.FORBIDDEN_403, callback);
        } else if (request.getMethod().equals("POST") && !isType(request, FORM)) {
            long most = doors.uploadBytes(path);
            if (most == 0 || !isType(request, FORM_WITH_FILE)) {
                return refuse(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, callback);
            } else if (request.getLength() < 0) {
                return refuse(response, HttpStatus.LENGTH_REQUIRED_411, callback);
            } else if (request.getLength() > most) {
                return refuse(response, HttpStatus.PAYLOAD_TOO_LARGE_413, callback);
            }
        }
        return super.handle(request, response, callback);
    }

    /** The headers of every answer, also of those that the server gives by itself. */
    static void protect(Response response) {
        response.getHeaders().put("Content-Security-Policy", POLICY);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        // Other sites learn nothing; with "no-referrer" our own forms would come with the Origin "null".
        response.getHeaders().put("Referrer-Policy", "same-origin");
        response.getHeaders().put("Cross-Origin-Resource-Policy", "same-origin");
        response.getHeaders().put("Cross-Origin-Opener-Policy", "same-origin");
    }

    /** An address that does not exist is looked for by reading alone. */
    private static boolean isKnown(String method, Set<Route.Method> methods) {
        boolean reads = method.equals("GET") || method.equals("HEAD");
        return reads
                ? methods.isEmpty() || methods.contains(Route.Method.GET)
                : method.equals("POST") && methods.contains(Route.Method.POST);
    }

    private static String allowed(Set<Route.Method> methods) {
        List<String> names = new ArrayList<>();
        if (methods.isEmpty() || methods.contains(Route.Method.GET)) {
            names.addAll(List.of("GET", "HEAD"));
        }
        if (methods.contains(Route.Method.POST)) {
            names.add("POST");
        }
        return String.join(", ", names);
    }

    /**
     * Whether a page of another origin asks. To follow a link from there is no harm: no cookie goes along. A form must say
     * where it comes from, and be ours.
     */
    private static boolean isForeign(Request request) {
        Optional<String> site = header(request, "Sec-Fetch-Site");
        Optional<String> origin = header(request, "Origin");
        if (request.getMethod().equals("POST")) {
            boolean foreignSite = site.isPresent() && !site.get().equals("same-origin");
            boolean foreignOrigin = origin.isPresent() && !isOwn(origin.get(), request);
            return foreignSite || foreignOrigin || site.isEmpty() && origin.isEmpty();
        }
        boolean elsewhere = site.isPresent()
                && (site.get().equals("cross-site") || site.get().equals("same-site"));
        return elsewhere && !header(request, "Sec-Fetch-Mode").equals(Optional.of("navigate"))
                || origin.isPresent() && !isOwn(origin.get(), request);
    }

    private static boolean isOwn(String origin, Request request) {
        return origin.equalsIgnoreCase(request.getHttpURI().getScheme() + "://" + host(request));
    }

    private static boolean isType(Request request, String expected) {
        String type = header(request, "Content-Type").orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().equalsIgnoreCase(expected);
    }

    private static Optional<String> header(Request request, String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
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
