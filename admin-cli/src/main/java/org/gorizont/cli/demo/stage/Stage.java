// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.stage;

import java.nio.file.Path;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Output;

/**
 * What a story is played on.
 *
 * @param home where the program is installed
 * @param folder for the data of the nodes
 * @param messages of the command itself, for what goes wrong
 * @param quiet nobody reads: only the object at the end counts
 * @param typist types commands
 */
public record Stage(Path home, DemoFolder folder, Messages messages, Output output, boolean quiet, Typist typist) {
    /** A story with words of its own. */
    public Story story(String bundle) {
        return new Story(new Messages(bundle, messages.language()), output, quiet);
    }
}
