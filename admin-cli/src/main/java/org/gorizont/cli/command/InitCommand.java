// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.gorizont.cli.process.FirstStartPage;
import org.gorizont.cli.process.NewNodeProcess;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.setup.Answers;
import org.gorizont.cli.setup.FirstCards;
import org.gorizont.cli.setup.ReadBack;
import org.gorizont.cli.setup.SheetFile;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.SheetText;
import org.gorizont.protocol.model.Bytes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code init}: makes the identity of a school, once. Nothing is left behind when a step before it fails. */
@Command(name = "init")
public final class InitCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "", descriptionKey = "option.name")
    private String name = "";

    @Option(names = "--full-name", paramLabel = "NAME", defaultValue = "", descriptionKey = "option.full-name")
    private String fullName = "";

    @Option(names = "--kind", paramLabel = "KIND", defaultValue = "school", descriptionKey = "option.institution")
    private String kind = "";

    @Option(names = "--region", paramLabel = "NAME", defaultValue = "", descriptionKey = "option.region")
    private String region = "";

    @Option(names = "--municipality", paramLabel = "NAME", defaultValue = "", descriptionKey = "option.municipality")
    private String municipality = "";

    @Option(names = "--settlement", paramLabel = "NAME", defaultValue = "", descriptionKey = "option.settlement")
    private String settlement = "";

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "", descriptionKey = "option.zone")
    private String zone = "";

    @Option(names = "--phone", paramLabel = "PHONE", defaultValue = "", descriptionKey = "option.phone")
    private String phone = "";

    @Option(names = "--mail", paramLabel = "MAIL", defaultValue = "", descriptionKey = "option.mail")
    private String mail = "";

    @Option(names = "--site", paramLabel = "SITE", defaultValue = "", descriptionKey = "option.site")
    private String site = "";

    @Option(names = "--centre-profiles", paramLabel = "P,P", defaultValue = "", descriptionKey = "option.profiles")
    private String centreProfiles = "";

    @Option(names = "--centre-year", paramLabel = "YEAR", defaultValue = "0", descriptionKey = "option.centre-year")
    private int centreYear;

    @Option(names = "--sheet", paramLabel = "FILE", descriptionKey = "option.sheet")
    private @Nullable Path sheetFile;

    public InitCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (Files.exists(session.data().resolve("identity"))) {
            throw Failure.of("already-a-node", session.data());
        }
        if (FirstStartPage.running(session.data()).isPresent()) {
            throw Failure.of("first-start-runs", session.data());
        }
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Answers answers = answers(keyboard);
        List<Card> cards = answers.cards(session.messages());
        RecoverySheet sheet = confirmed(answers, keyboard);
        FirstCards.write(session.data(), cards);
        String school = NewNodeProcess.create(Program.ordinary(session.home()), session.data(), SheetText.print(sheet));
        session.output().line(session.messages().of("init.done", answers.name(), school, session.data()));
        return 0;
    }

    private RecoverySheet confirmed(Answers answers, BufferedReader keyboard) throws IOException {
        SecureRandom random = new SecureRandom();
        byte[] secret = new byte[RecoverySheet.SECRET_SIZE];
        random.nextBytes(secret);
        RecoverySheet sheet = new RecoverySheet(Bytes.wrap(secret));
        if (sheetFile == null) {
            new ReadBack(session.messages(), session.output(), keyboard, random).confirm(sheet);
            return sheet;
        }
        SheetFile.write(sheetFile, sheet, answers.name(), session.messages());
        RecoverySheet read = SheetFile.read(sheetFile);
        if (!read.equals(sheet)) {
            throw Failure.of("sheet-not-confirmed");
        }
        session.output().line(session.messages().of("sheet.written", sheetFile));
        return read;
    }

    private Answers answers(BufferedReader keyboard) throws IOException {
        boolean asks = name.isBlank();
        if (asks && (sheetFile != null || !session.output().terminal())) {
            throw Failure.usage("init-needs-name");
        }
        String here = ZoneId.systemDefault().getId();
        return new Answers(
                asks ? ask(keyboard, "name", "") : name,
                asks ? ask(keyboard, "full-name", fullName) : fullName,
                kind,
                asks ? ask(keyboard, "region", region) : region,
                asks ? ask(keyboard, "municipality", municipality) : municipality,
                asks ? ask(keyboard, "settlement", settlement) : settlement,
                asks ? ask(keyboard, "zone", zone.isBlank() ? here : zone) : zone.isBlank() ? here : zone,
                asks ? ask(keyboard, "phone", phone) : phone,
                asks ? ask(keyboard, "mail", mail) : mail,
                site,
                asks ? ask(keyboard, "profiles", centreProfiles) : centreProfiles,
                asks
                        ? year(ask(keyboard, "centre-year", centreYear == 0 ? "" : Integer.toString(centreYear)))
                        : centreYear);
    }

    private static int year(String text) {
        if (!text.isBlank() && !text.strip().matches("[0-9]{4}")) {
            throw Failure.usage("not-a-year", text);
        }
        return text.isBlank() ? 0 : Integer.parseInt(text.strip());
    }

    private String ask(BufferedReader keyboard, String what, String otherwise) throws IOException {
        String question = session.messages().of("init.ask." + what);
        session.output().out().print(otherwise.isEmpty() ? question + ": " : question + " [" + otherwise + "]: ");
        session.output().out().flush();
        String typed = keyboard.readLine();
        return typed == null || typed.isBlank() ? otherwise : typed.strip();
    }
}
