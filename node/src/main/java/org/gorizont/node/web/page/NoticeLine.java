// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

/**
 * Something that happened to the reader's own things.
 *
 * @param by who did it and when, in words; empty where that is not known
 * @param link to what it is about; may be empty
 * @param away what the form that puts it away sends
 */
public record NoticeLine(String text, String by, String link, String away) {
    @Override
    public String toString() {
        return "notice (LOCAL)";
    }
}
