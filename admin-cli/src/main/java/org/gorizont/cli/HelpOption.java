// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --help} on every command. */
final class HelpOption {
    private HelpOption() {}

    static void addTo(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .type(boolean.class)
                        .descriptionKey("option.help")
                        .build());
        command.getSubcommands().values().forEach(HelpOption::addTo);
    }
}
