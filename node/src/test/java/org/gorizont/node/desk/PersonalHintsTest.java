// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gorizont.node.desk.PersonalHints.Hint;
import org.gorizont.node.desk.PersonalHints.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonalHintsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Примерова А. Б.",
                "А. Б. Примеров",
                "А.Б. Примерова",
                "А.Б.Примеров",
                "Примеров А.Б.",
                "Примерова-Образцова В. Г.",
                "Примеров Пример Примерович",
                "Примерова Анна Ильинична",
                "Анна Примеровна",
                "Примеров Али Вели оглы",
                "Щёголева Ё. Ю."
            })
    void findsNames(String name) {
        assertEquals(List.of(new Hint("steps", What.NAME, name)), found("Урок ведёт " + name + ", приходите"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+7 900 000-00-00",
                "+7 (900) 000 00 00",
                "8 900 000 00 00",
                "8(38441)2-00-00",
                "89000000000",
                "(38441) 2-00-00",
                "200-00-00"
            })
    void findsPhones(String phone) {
        assertEquals(List.of(new Hint("steps", What.PHONE, phone)), found("звонить: " + phone + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"teacher@school.example", "имя@почта.рф", "a.b+c@mail.example.org"})
    void findsMails(String mail) {
        assertEquals(List.of(new Hint("steps", What.MAIL, mail)), found("пишите на " + mail + ", ответим"));
    }

    /** It warns where a street or a school is named after somebody: better once too often. */
    @Test
    void namesOfThingsAreFoundToo() {
        assertEquals(What.NAME, found("школа им. А. С. Пушкина").getFirst().what());
        assertEquals(What.NAME, found("опыт Н. И. Пирогова").getFirst().what());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "МБОУ «ООШ № 12» с. Лесное",
                "8 класс, 45 минут, 15 мест",
                "12.03.2026, с 8:30 до 9:15",
                "2020-2021 учебный год, 2026-03-12",
                "прибор стоит 125 000,00 рублей",
                "№ 8-15-2026 от 01.09.2025",
                "Датчик pH, диапазон 0-14, шаг 0.01",
                "Цифровая лаборатория «Точка роста» по химии, модель Z.Labs 2.0",
                "Россия. Москва. Область",
                "Таблица Менделеева и закон Ома; озеро Байкал",
                "1. Взять пробу. 2. Измерить. 3. Записать.",
                "В. 1 и Г. 2",
                "Урок. Русский Язык",
                "8 000 000 опытов и 8 900 штук",
                "ГОСТ 8.417-2002, ISBN 978-5-00-000000-0",
                "счёт 2-00-00",
                "школьное @ собрание"
            })
    void leavesOtherTextAlone(String text) {
        assertEquals(List.of(), found(text));
    }

    @Test
    void theOfficeOfASchoolIsNoPersonAndEachHintIsToldOnce() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("officePhone", "+7 900 000-00-00");
        fields.put("officeMail", "school@school.example");
        fields.put("about", "+7 900 000-00-01 или +7 900 000-00-01");

        assertEquals(List.of(new Hint("about", What.PHONE, "+7 900 000-00-01")), PersonalHints.in(fields));
    }

    @Test
    void aLongTextIsReadInNoTimeAndGivesAFewHints() {
        String many = IntStream.range(0, PersonalHints.HINTS + 1)
                .mapToObj(number -> "почта" + number + "@school.example ")
                .collect(Collectors.joining());
        assertEquals(PersonalHints.HINTS, found(many).size());
        assertEquals(1, found("Примеров А. Б. ".repeat(1_000)).size());
        assertEquals(List.of(), found("А".repeat(16_000)));
        assertEquals(List.of(), found("8 ".repeat(8_000)));
        assertEquals(List.of(), found("a.".repeat(8_000)));
    }

    private static List<Hint> found(String text) {
        return PersonalHints.in(Map.of("steps", text));
    }
}
