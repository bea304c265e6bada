// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.stage;

import java.util.List;

/** A story that can be played: its schools, and its steps in their order. */
public interface Network {
    /** As people type it after {@code --network}. */
    String name();

    /** Ids of the steps. */
    List<String> steps();

    Play open(Stage stage);
}
