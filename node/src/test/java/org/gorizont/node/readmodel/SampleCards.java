// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.domain.GradeBand;
import org.gorizont.protocol.domain.LendingTerms;
import org.gorizont.protocol.domain.Location;
import org.gorizont.protocol.domain.Office;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.SchoolCard;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.domain.Sources;
import org.gorizont.protocol.model.RecordId;

/** Cards of made-up schools. */
public final class SampleCards {
    public static final LocalDate THURSDAY = LocalDate.of(2026, 3, 12);
    public static final String ZONE = "Asia/Tomsk";

    private SampleCards() {}

    public static SchoolCard school(String name) {
        Location location = new Location("Область", "Лесной округ", "с. Лесное", Optional.empty(), ZONE);
        return new SchoolCard(
                name, "МБОУ «" + name + "»", "school", location, new Office("school.example", "8 000", ""), true);
    }

    public static CentreCard centre() {
        return new CentreCard(List.of("science-technology"), 2021, "Открыт в 2021 году", "руководитель центра", true);
    }

    public static PracticeCard practice(String title, String subject, int gradeFrom, int gradeTo) {
        return new PracticeCard(
                title,
                "Опыт виден только первым партам",
                "Каждый ставит опыт сам",
                List.of(subject),
                Optional.of(new GradeBand(gradeFrom, gradeTo)),
                "natural-science",
                "implementing",
                "laboratory",
                List.of("digital_lab_chemistry"),
                45,
                "1. Взять пробу.\n2. Измерить датчиком.",
                "Все измерили сами",
                List.of(),
                List.of(),
                new Sources("CC BY 4.0", "", ""),
                true);
    }

    public static ResourceCard resource(String title, String kind, int quantity, int seatsPerUnit) {
        return resource(title, kind, quantity, seatsPerUnit, "good");
    }

    public static ResourceCard resource(String title, String kind, int quantity, int seats, String condition) {
        return new ResourceCard(
                kind,
                title,
                "модель 1",
                quantity,
                seats,
                "каб. 12",
                condition,
                "Датчики pH и температуры",
                false,
                new LendingTerms("on-site", "circle", 2, "учитель химии", "защитные очки"),
                true);
    }

    public static Slot lesson(LocalDate date, int number, Slot.State state) {
        LocalTime start = LocalTime.of(8, 30).plusMinutes(55L * (number - 1));
        return new Slot(date, 1, number, start, start.plusMinutes(45), state);
    }

    public static AvailabilityCard availability(RecordId resource, Slot... slots) {
        return new AvailabilityCard(resource, true, ZONE, List.of(slots), true);
    }
}
