// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.text;

import java.io.PrintWriter;
import java.util.List;

/**
 * Where a command writes: answers to {@code out}, everything about its work to {@code err}.
 *
 * @param terminal whether a person watches, so that progress is shown
 */
public record Output(PrintWriter out, PrintWriter err, boolean terminal) {
    public void line(String line) {
        out.println(line);
        out.flush();
    }

    public void lines(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    public void json(Object value) {
        line(Json.of(value));
    }

    public void note(String line) {
        err.println(line);
        err.flush();
    }
}
