// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A word that needs another one behind it, such as {@code circle}: alone it shows what there is. */
@Command
public final class GroupCommand implements Runnable {
    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public GroupCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        spec.commandLine().usage(session.output().out());
        session.output().out().flush();
    }
}
