// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import java.util.Locale;
import org.gorizont.cli.bench.BenchCommand;
import org.gorizont.cli.command.AccountAddCommand;
import org.gorizont.cli.command.AccountBlockCommand;
import org.gorizont.cli.command.AccountCodeCommand;
import org.gorizont.cli.command.AccountFirstCommand;
import org.gorizont.cli.command.AccountHandoverCommand;
import org.gorizont.cli.command.AccountListCommand;
import org.gorizont.cli.command.AccountRolesCommand;
import org.gorizont.cli.command.BackupCommand;
import org.gorizont.cli.command.BundleExportCommand;
import org.gorizont.cli.command.BundleImportCommand;
import org.gorizont.cli.command.CircleFoundCommand;
import org.gorizont.cli.command.CircleInviteCommand;
import org.gorizont.cli.command.CircleJoinCommand;
import org.gorizont.cli.command.CircleLeaveCommand;
import org.gorizont.cli.command.CircleProposeCommand;
import org.gorizont.cli.command.CircleRolesCommand;
import org.gorizont.cli.command.CircleShowCommand;
import org.gorizont.cli.command.CircleVoteCommand;
import org.gorizont.cli.command.DoctorCommand;
import org.gorizont.cli.command.DraftDiscardCommand;
import org.gorizont.cli.command.DraftListCommand;
import org.gorizont.cli.command.DraftPublishCommand;
import org.gorizont.cli.command.EraseCommand;
import org.gorizont.cli.command.ExportCommand;
import org.gorizont.cli.command.ForkRepairCommand;
import org.gorizont.cli.command.ForkShowCommand;
import org.gorizont.cli.command.GroupCommand;
import org.gorizont.cli.command.ImportCommand;
import org.gorizont.cli.command.InitCommand;
import org.gorizont.cli.command.KeyRecoverCommand;
import org.gorizont.cli.command.KeyRotateCommand;
import org.gorizont.cli.command.ReceiptsCommand;
import org.gorizont.cli.command.RecordListCommand;
import org.gorizont.cli.command.RecordShowCommand;
import org.gorizont.cli.command.RecordWithdrawCommand;
import org.gorizont.cli.command.RelayCommand;
import org.gorizont.cli.command.ResourceFindCommand;
import org.gorizont.cli.command.RestoreCommand;
import org.gorizont.cli.command.RootCommand;
import org.gorizont.cli.command.RunCommand;
import org.gorizont.cli.command.SchoolsCommand;
import org.gorizont.cli.command.SearchCommand;
import org.gorizont.cli.command.Session;
import org.gorizont.cli.command.StatusCommand;
import org.gorizont.cli.command.StopCommand;
import org.gorizont.cli.command.SupportBundleCommand;
import org.gorizont.cli.demo.DemoCommand;
import org.gorizont.cli.packaging.PackageCommand;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.rows.RowKind;
import picocli.CommandLine;

/** All commands, by plain constructors. */
final class Commands {
    private Commands() {}

    static CommandLine of(Session session) {
        return new CommandLine(new RootCommand(session))
                .addSubcommand("init", new InitCommand(session))
                .addSubcommand("run", new RunCommand(session))
                .addSubcommand("stop", new StopCommand(session))
                .addSubcommand("status", new StatusCommand(session))
                .addSubcommand("doctor", new DoctorCommand(session))
                .addSubcommand("support-bundle", new SupportBundleCommand(session))
                .addSubcommand("schools", new SchoolsCommand(session))
                .addSubcommand("circle", circle(session))
                .addSubcommand("import", imports(session))
                .addSubcommand("export", new ExportCommand(session))
                .addSubcommand("practice", records(session, Kinds.PRACTICE))
                .addSubcommand(
                        "resource",
                        records(session, Kinds.RESOURCE).addSubcommand("find", new ResourceFindCommand(session)))
                .addSubcommand("search", new SearchCommand(session))
                .addSubcommand("receipts", new ReceiptsCommand(session))
                .addSubcommand("erase", new EraseCommand(session))
                .addSubcommand("account", accounts(session))
                .addSubcommand("key", key(session))
                .addSubcommand("fork", fork(session))
                .addSubcommand("draft", drafts(session))
                .addSubcommand("bundle", bundles(session))
                .addSubcommand("backup", new BackupCommand(session))
                .addSubcommand("restore", new RestoreCommand(session))
                .addSubcommand("relay", new RelayCommand(session))
                .addSubcommand("demo", new DemoCommand(session, Gorizont.typist(session)))
                .addSubcommand("bench", new BenchCommand(session))
                .addSubcommand("package", new PackageCommand(session));
    }

    private static CommandLine circle(Session session) {
        return new CommandLine(new GroupCommand(session))
                .addSubcommand("found", new CircleFoundCommand(session))
                .addSubcommand("invite", new CircleInviteCommand(session))
                .addSubcommand("join", new CircleJoinCommand(session))
                .addSubcommand("show", new CircleShowCommand(session))
                .addSubcommand("propose", new CircleProposeCommand(session))
                .addSubcommand("vote", new CircleVoteCommand(session))
                .addSubcommand("roles", new CircleRolesCommand(session))
                .addSubcommand("leave", new CircleLeaveCommand(session));
    }

    private static CommandLine accounts(Session session) {
        return new CommandLine(new GroupCommand(session))
                .addSubcommand("handover", new AccountHandoverCommand(session))
                .addSubcommand("list", new AccountListCommand(session))
                .addSubcommand("first", new AccountFirstCommand(session))
                .addSubcommand("add", new AccountAddCommand(session))
                .addSubcommand("roles", new AccountRolesCommand(session))
                .addSubcommand("code", new AccountCodeCommand(session))
                .addSubcommand("block", new AccountBlockCommand(session, true))
                .addSubcommand("unblock", new AccountBlockCommand(session, false));
    }

    private static CommandLine key(Session session) {
        return new CommandLine(new GroupCommand(session))
                .addSubcommand("rotate", new KeyRotateCommand(session))
                .addSubcommand("recover", new KeyRecoverCommand(session));
    }

    private static CommandLine fork(Session session) {
        return new CommandLine(new GroupCommand(session))
                .addSubcommand("show", new ForkShowCommand(session))
                .addSubcommand("repair", new ForkRepairCommand(session));
    }

    private static CommandLine drafts(Session session) {
        return new CommandLine(new GroupCommand(session))
                .addSubcommand("list", new DraftListCommand(session))
                .addSubcommand("publish", new DraftPublishCommand(session))
                .addSubcommand("discard", new DraftDiscardCommand(session));
    }

    private static CommandLine bundles(Session session) {
        return new CommandLine(new GroupCommand(session))
                .addSubcommand("export", new BundleExportCommand(session))
                .addSubcommand("import", new BundleImportCommand(session));
    }

    private static CommandLine imports(Session session) {
        CommandLine group = new CommandLine(new GroupCommand(session));
        for (RowKind kind : RowKind.values()) {
            group.addSubcommand(kind.name().toLowerCase(Locale.ROOT), new ImportCommand(session, kind));
        }
        return group;
    }

    private static CommandLine records(Session session, Kind kind) {
        return new CommandLine(new GroupCommand(session))
                .addSubcommand("list", new RecordListCommand(session, kind))
                .addSubcommand("show", new RecordShowCommand(session, kind))
                .addSubcommand("withdraw", new RecordWithdrawCommand(session, kind));
    }
}
