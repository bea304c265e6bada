// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.RecordId;

/** Valid cards for tests; a test changes only what matters to it. */
public final class Cards {
    public static final RecordId MICROSCOPES = RecordId.ofHex("0123456789abcdef0123456789abcdef");

    private Cards() {}

    public static SchoolCard school(String name) {
        return new SchoolCard(
                name,
                "Муниципальное бюджетное общеобразовательное учреждение «Лесная школа»",
                "school",
                new Location(
                        "Область", "Округ", "с. Лесное", Optional.of(new Place(5612_345, -8712_345)), "Asia/Tomsk"),
                new Office("https://school.example", "8 (000) 000-00-00", "office@school.example"),
                true);
    }

    public static CentreCard centre() {
        return new CentreCard(List.of("science-technology"), 2021, "Точка роста", "руководитель центра", true);
    }

    public static PracticeCard practice(String title, String steps) {
        return new PracticeCard(
                title,
                "Опыт виден не всем",
                "Каждый ставит опыт сам",
                List.of("chemistry", "biology"),
                Optional.of(new GradeBand(7, 9)),
                "natural-science",
                "implementing",
                "laboratory",
                List.of("digital_lab_chemistry"),
                45,
                steps,
                "Все измерили pH",
                List.of("постановка опыта"),
                List.of(new PracticeFile(Hash.wrap(new byte[Hash.SIZE]), 7, "карта.pdf", "CC BY")),
                new Sources("CC BY 4.0", "", "https://example.org"),
                true);
    }

    public static ResourceCard resource(String kind, int quantity, int seats) {
        return new ResourceCard(
                kind,
                "Цифровая лаборатория",
                "модель 1",
                quantity,
                seats,
                "каб. 12",
                "good",
                "Датчики pH и температуры",
                false,
                new LendingTerms("on-site", "circle", 2, "учитель химии", "очки"),
                true);
    }

    public static Slot slot(LocalDate date, int number, Slot.State state) {
        LocalTime start = LocalTime.of(8, 0).plusMinutes(55L * number);
        return new Slot(date, 1, number, start, start.plusMinutes(45), state);
    }

    public static AvailabilityCard availability(RecordId resource, List<Slot> slots) {
        return new AvailabilityCard(resource, true, "Asia/Tomsk", slots, true);
    }
}
