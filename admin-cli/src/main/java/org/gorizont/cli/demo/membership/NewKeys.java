// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

/** {@code key rotate}, as typed at a running node. */
final class NewKeys {
    private NewKeys() {}

    static void rotate(Scene scene, Part part) {
        scene.type(part, "key", "rotate", "--sheet", scene.schools().sheet(part).toString());
        // The node has started anew in its process.
        scene.school(part).reconnect();
    }
}
