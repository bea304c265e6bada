// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Handler;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gorizont.node.accounts.Right;

/**
 * One thing that can be asked of the pages. What is not declared so does not exist; a test goes through all of them.
 *
 * @param right who may; empty for everybody, also without a session
 * @param path as Javalin writes it: {@code /schools/{school}}
 * @param uploadBytes largest request with a file in it; 0 where files are not taken
 * @param onlyHere whether other computers of the school do not have it
 */
record Route(Method method, String path, Optional<Right> right, long uploadBytes, boolean onlyHere, Handler handler) {
    /** The two ways to ask: one changes nothing, one may. */
    enum Method {
        GET,
        POST
    }

    static Route get(String path, Right right, Handler handler) {
        return new Route(Method.GET, path, Optional.of(right), 0, false, handler);
    }

    static Route post(String path, Right right, Handler handler) {
        return new Route(Method.POST, path, Optional.of(right), 0, false, handler);
    }

    /** A form that may come with a file. */
    static Route upload(String path, Right right, long bytes, Handler handler) {
        return new Route(Method.POST, path, Optional.of(right), bytes, false, handler);
    }

    /** For those who have no session: static files, and the ways to one. */
    static Route open(Method method, String path, Handler handler) {
        return new Route(method, path, Optional.empty(), 0, false, handler);
    }

    /** The same, for those at this computer alone. */
    static Route here(Method method, String path, Handler handler) {
        return new Route(method, path, Optional.empty(), 0, true, handler);
    }

    /** What addresses of this route look like. */
    Pattern pattern() {
        return Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"));
    }
}
