// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import picocli.CommandLine.Option;

/** {@code --json}, on every reading command. */
public final class JsonOption {
    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    public boolean json() {
        return json;
    }
}
