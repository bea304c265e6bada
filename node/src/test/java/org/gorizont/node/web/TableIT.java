// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gorizont.node.accounts.Deed;
import org.gorizont.node.accounts.Role;
import org.gorizont.node.readmodel.HeldEntries;
import org.junit.jupiter.api.Test;

/** Tables become drafts, in a browser; and what is no table of ours does no harm. */
final class TableIT extends EnteredPages {
    private static final String HEADER = "код;вид;название;количество;состояние\n";
    private static final String TWO_GOOD_THREE_BAD = HEADER
            + "л1;цифровая лаборатория;Лаборатория по химии;1;исправно\n"
            + "л2;микроскоп;Микроскоп;пять;исправно\n"
            + "л3;микроскоп;;2;исправно\n"
            + "л4;микроскоп;=1+1;2;исправно\n"
            + "л5;микроскоп;Микроскоп <b>запасной</b>;3;исправно\n";

    @Test
    void badRowsAreNamedAndGoodOnesAreTakenAfterAWordU15() throws Exception {
        try (Visit keeper = entering.as(Role.KEEPER, true);
                Visit deputy = entering.as(Role.DEPUTY, false)) {
            upload(keeper, TWO_GOOD_THREE_BAD.getBytes(Charset.forName("windows-1251")));
            assertThat(keeper.page().locator("main")).containsText("Строк: 5. Станут черновиками: 2. С ошибками: 3.");
            assertThat(keeper.page().locator(".problems tbody tr")).hasCount(3);
            assertThat(keeper.page().locator(".problems")).containsText("строка 3");
            assertThat(keeper.page().locator(".problems")).containsText("не целое число: пять");
            assertThat(keeper.page().locator(".problems")).containsText("похоже на формулу таблицы: =1+1");
            keeper.assertLooksWell("table-problems-phone");
            keeper.press("Взять 2 записи, 3 строки с ошибками оставить");
            assertThat(keeper.page().locator(".done")).containsText("Взято из таблицы: 2");
            assertThat(keeper.page().locator("tbody tr")).hasCount(2);
            assertThat(keeper.page().locator("tbody")).containsText("Микроскоп <b>запасной</b>");

            upload(keeper, TWO_GOOD_THREE_BAD.replace("запасной", "второй").getBytes(StandardCharsets.UTF_8));
            keeper.press("Взять 2 записи, 3 строки с ошибками оставить");
            assertThat(keeper.page().locator("tbody tr")).hasCount(2);
            assertThat(keeper.page().locator("tbody")).containsText("Микроскоп <b>второй</b>");

            deputy.open("/desk/import");
            deputy.assertLooksWell("table-pc");
            upload(deputy, TWO_GOOD_THREE_BAD.getBytes(StandardCharsets.UTF_8));
            deputy.assertLooksWell("table-problems-pc");
            assertTrue(network.people().history().newest(0, 50).stream()
                    .map(Deed::what)
                    .anyMatch("import.resources"::equals));
        }
    }

    @Test
    void whatIsNoTableIsRefusedInPlainWordsU12U15() {
        try (Visit keeper = entering.as(Role.KEEPER, false)) {
            refused(
                    keeper,
                    (HEADER + "л1;микроскоп;\"Микро\n").getBytes(StandardCharsets.UTF_8),
                    "Строка 2, столбец 3");
            refused(keeper, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xD8, (byte) 0xFF}, "кодировке");
            refused(keeper, HEADER.getBytes(Charset.forName("KOI8-R")), "кодировке");
            refused(keeper, "код;вид;название;цвет\n".getBytes(StandardCharsets.UTF_8), "Непонятен столбец «цвет»");
            refused(keeper, " \n".getBytes(StandardCharsets.UTF_8), "нет строк");
            upload(keeper, ("\uFEFF" + HEADER).getBytes(StandardCharsets.UTF_8));
            assertThat(keeper.page().locator("main")).containsText("Брать нечего");
        }
    }

    @Test
    void aHundredThousandRowsAreReadAndNotTakenU15() {
        String rows = IntStream.range(0, 100_000)
                .mapToObj(i -> "р" + i + ";микроскоп;Микроскоп;" + (i % 7 == 0 ? "x" : "1") + ";\n")
                .collect(Collectors.joining());
        try (Visit keeper = entering.as(Role.KEEPER, false)) {
            upload(keeper, (HEADER + rows).getBytes(StandardCharsets.UTF_8));
            assertThat(keeper.page().locator("main")).containsText("С ошибками: 14286");
            assertThat(keeper.page().locator(".refused")).containsText("на столе место для");
            assertThat(keeper.page().locator(".problems tbody tr")).hasCount(200);
        }
    }

    @Test
    void aLessonTableBecomesOneDraftOfEachThing() {
        String table = "ресурс;состояние;дата;урок;начало;конец;часовой пояс\n"
                + "record:" + HeldEntries.record("r2")
                + ";свободно;16.03.2026;1;08:30;09:15;Asia/Tomsk\n"
                + "record:" + HeldEntries.record("r2")
                + ";занято;01.04.2026;1;08:30;09:15;Asia/Tomsk\n";
        try (Visit director = entering.as(Role.DIRECTOR, false)) {
            director.open("/desk/import");
            director.page().locator("#kind").selectOption("availability");
            choose(director, table.getBytes(StandardCharsets.UTF_8));
            director.press("Взять 2 записи");
            assertThat(director.page().locator("tbody tr")).hasCount(1);
            assertThat(director.page().locator("tbody")).containsText("Микроскопы с камерой");
            director.open("/desk/publish");
            director.press("Опубликовать 1 черновик");
            assertThat(director.page().locator(".done")).containsText("Опубликована 1 запись");
        }
    }

    @Test
    void onlyTheWayForTablesTakesFilesAndNoneThatIsTooLargeU12() throws IOException {
        assertEquals(415, status("/enter", 10, true));
        assertEquals(415, status("/desk/publish", 10, true));
        assertEquals(401, status("/desk/import", 10, true));
        assertEquals(413, status("/desk/import", ImportPages.UPLOAD_BYTES + 1, true));
        assertEquals(411, status("/desk/import", 10, false));
    }

    private int status(String path, long length, boolean told) throws IOException {
        Raw raw = new Raw(pages.address());
        return Raw.status(raw.exchange("POST " + path + " HTTP/1.1\r\nConnection: close\r\nHost: " + raw.ownHost()
                + "\r\nOrigin: http://" + raw.ownHost() + "\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                + (told ? "Content-Length: " + length : "Transfer-Encoding: chunked") + "\r\n\r\n"
                + (told ? "--x--\r\n\r\n\r\n\r\n" : "0\r\n\r\n")));
    }

    private static void refused(Visit visit, byte[] file, String why) {
        upload(visit, file);
        assertThat(visit.page().locator(".refused")).containsText(why);
        visit.expectConsole("422");
    }

    private static void upload(Visit visit, byte[] file) {
        visit.open("/desk/import");
        visit.page().locator("#kind").selectOption("resources");
        choose(visit, file);
    }

    private static void choose(Visit visit, byte[] file) {
        visit.page().locator("#file").setInputFiles(new FilePayload("таблица.csv", "text/csv", file));
        visit.press("Проверить");
    }
}
