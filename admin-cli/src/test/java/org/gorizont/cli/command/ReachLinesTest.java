// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Output;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.wire.v1.AdminWire.AdviceState;
import org.gorizont.protocol.wire.v1.AdminWire.SchoolState;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.WayState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReachLinesTest {
    private static final Output NOWHERE =
            new Output(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false);

    private final ReachLines russian = lines(Messages.Language.RU);

    private static ReachLines lines(Messages.Language language) {
        return new ReachLines(new Session(new Messages(language), NOWHERE, Path.of("."), Path.of(".")));
    }

    @Test
    void aSchoolThatIsConnectedIsSaidWithHow() {
        SchoolState school = SchoolState.newBuilder()
                .setConnected(true)
                .setHow("RELAYED")
                .addWays(WayState.newBuilder().setProblem("TIMEOUT"))
                .build();

        assertEquals("через ретранслятор", russian.of(school, false));
        assertEquals("через прокси и ретранслятор", russian.of(school, true));
    }

    @Test
    void aSchoolThatIsNotIsSaidWithTheCauseOfEachWay() {
        SchoolState school = SchoolState.newBuilder()
                .setHow("NOT_AT_ALL")
                .addWays(WayState.newBuilder().setAddress("a.example:7740").setProblem("INTERCEPTED"))
                .addWays(WayState.newBuilder()
                        .setAddress("r.example:443")
                        .setRelay(true)
                        .setProblem("RELAY_NOBODY"))
                .addWays(WayState.newBuilder().setAddress("b.example:7740"))
                .build();

        assertEquals(
                "связи нет, узел пробует снова; a.example:7740: между нами стоит фильтр, который вскрывает шифрование;"
                        + " ретранслятор r.example:443: её узел там сейчас не ждёт",
                russian.of(school, false));
    }

    @Test
    void adviceNamesTheAddresses() {
        StatusAnswer status = StatusAnswer.newBuilder()
                .addAdvice(AdviceState.newBuilder().setWhat("FILTER").addAddresses("a.example:7740"))
                .addAdvice(AdviceState.newBuilder().setWhat("BUNDLE"))
                .build();

        List<String> said = russian.advice(status);

        assertEquals("Ни одна школа сейчас не на связи.", said.get(1));
        assertTrue(said.get(2).contains("фильтр, который вскрывает шифрование"), said::toString);
        assertTrue(said.get(2).endsWith("a.example:7740."), said::toString);
        assertEquals(4, said.size());
        assertEquals(List.of(), russian.advice(StatusAnswer.getDefaultInstance()));
    }

    @Test
    void theOwnRelayIsSaidWithItsState() {
        StatusAnswer.Builder status = StatusAnswer.newBuilder();
        assertEquals("–", russian.relay(status.build()));
        status.setRelay("r.example:443");
        assertEquals("r.example:443: соединяемся", russian.relay(status.build()));
        status.setRelayProblem("PROXY_LOGIN");
        assertEquals("r.example:443: прокси требует имя и пароль", russian.relay(status.build()));
        status.setRelayProblem("REFUSED");
        assertEquals(
                "r.example:443: компьютер отвечает, но ретранслятор на нём не запущен", russian.relay(status.build()));
        status.setRelayWaiting(2);
        assertEquals("r.example:443: ждём вызова", russian.relay(status.build()));
    }

    @ParameterizedTest
    @EnumSource(Messages.Language.class)
    void everyCodeHasWords(Messages.Language language) {
        Messages messages = new Messages(language);
        for (DialProblem problem : DialProblem.values()) {
            assertTrue(messages.has("problem." + problem), problem::name);
        }
        for (ReplicaStatus.How how : ReplicaStatus.How.values()) {
            assertTrue(messages.has("how." + how), how::name);
        }
    }
}
