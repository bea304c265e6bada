// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

/** Into the circle of two sponsors. */
final class Entering {
    private Entering() {}

    /** By the codes of two members, one after the other. */
    static void byTwo(Scene scene, Part newcomer) {
        scene.type(newcomer, "circle", "join", scene.code(Part.BIRCH, Scene.CIRCLE));
        scene.type(newcomer, "circle", "join", scene.code(Part.RIVER, Scene.CIRCLE));
    }
}
