// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** The few files that pages need, read once at the start. Nothing else can be asked for, whatever the path says. */
final class StaticFiles {
    private static final String FOLDER = "static/";
    private static final Map<String, String> TYPES = Map.of(
            "pages.css", "text/css; charset=utf-8",
            "htmx.min.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml",
            "print.js", "text/javascript; charset=utf-8",
            "htmx-LICENSE.txt", "text/plain; charset=utf-8");

    private final Map<String, byte[]> contents = new TreeMap<>();

    StaticFiles() {
        TYPES.keySet().forEach(name -> contents.put(name, read(name)));
    }

    void serve(Context context) {
        String name = context.pathParam("name");
        byte[] content = contents.get(name);
        if (content == null) {
            throw new NotFoundResponse();
        }
        context.header(Header.CACHE_CONTROL, "max-age=86400");
        context.contentType(TYPES.getOrDefault(name, "application/octet-stream"));
        context.result(content);
    }

    /** Changes when any file does: part of their addresses, so that no browser shows an old one. */
    String version() {
        CRC32 sum = new CRC32();
        contents.values().forEach(sum::update);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static byte[] read(String name) {
        try (InputStream file = StaticFiles.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }
}
