// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import com.google.protobuf.MessageLite;
import java.time.LocalTime;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.PracticeFile;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.SchoolCard;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.wire.v1.RecordsWire;

/** Cards as messages of records.proto. */
final class CardWriter {
    private static final int SECONDS_IN_MINUTE = 60;

    private CardWriter() {}

    static MessageLite message(Card card) {
        return switch (card) {
            case SchoolCard school -> school(school);
            case CentreCard centre -> centre(centre);
            case PracticeCard practice -> practice(practice);
            case ResourceCard resource -> resource(resource);
            case AvailabilityCard availability -> availability(availability);
        };
    }

    private static RecordsWire.School school(SchoolCard card) {
        RecordsWire.School.Builder school = RecordsWire.School.newBuilder()
                .setShortName(card.shortName())
                .setFullName(card.fullName())
                .setKind(card.institution())
                .setRegion(card.location().region())
                .setMunicipality(card.location().municipality())
                .setSettlement(card.location().settlement())
                .setZone(card.location().zone())
                .setSite(card.office().site())
                .setOfficePhone(card.office().phone())
                .setOfficeMail(card.office().mail())
                .setSample(card.sample());
        card.location()
                .place()
                .ifPresent(place -> school.setPlace(RecordsWire.Place.newBuilder()
                        .setLatitudeE5(place.latitudeE5())
                        .setLongitudeE5(place.longitudeE5())));
        return school.build();
    }

    private static RecordsWire.Centre centre(CentreCard card) {
        return RecordsWire.Centre.newBuilder()
                .addAllProfiles(card.profiles())
                .setOpenedYear(card.openedYear())
                .setAbout(card.about())
                .setContactRole(card.contactRole())
                .setSample(card.sample())
                .build();
    }

    private static RecordsWire.Practice practice(PracticeCard card) {
        RecordsWire.Practice.Builder practice = RecordsWire.Practice.newBuilder()
                .setTitle(card.title())
                .setProblem(card.problem())
                .setAim(card.aim())
                .addAllSubjects(card.subjects())
                .setDirection(card.direction())
                .setStage(card.stage())
                .setForm(card.form())
                .addAllEquipment(card.equipment())
                .setDurationMinutes(card.durationMinutes())
                .setSteps(card.steps())
                .setResults(card.results())
                .setLicence(card.sources().licence())
                .setSample(card.sample())
                .setBasedOn(card.sources().basedOn())
                .setOutsideSource(card.sources().outside())
                .addAllDifficulties(card.difficulties());
        card.grades().ifPresent(grades -> practice.setGradeFrom(grades.from()).setGradeTo(grades.to()));
        card.files().forEach(file -> practice.addFiles(file(file)));
        return practice.build();
    }

    private static RecordsWire.PracticeFile file(PracticeFile file) {
        return RecordsWire.PracticeFile.newBuilder()
                .setHash(ToWire.bytes(file.hash().bytes()))
                .setSize(file.sizeBytes())
                .setName(file.name())
                .setLicence(file.licence())
                .build();
    }

    private static RecordsWire.Resource resource(ResourceCard card) {
        return RecordsWire.Resource.newBuilder()
                .setKind(card.resourceKind())
                .setTitle(card.title())
                .setModel(card.model())
                .setQuantity(card.quantity())
                .setRoom(card.room())
                .setMode(card.terms().mode())
                .setCondition(card.condition())
                .setSafety(card.terms().safety())
                .setNeeds(card.terms().needs())
                .setSeatsPerUnit(card.seatsPerUnit())
                .setWhoMay(card.terms().whoMay())
                .setLeadDays(card.terms().leadDays())
                .setAbout(card.about())
                .setConsumable(card.consumable())
                .setSample(card.sample())
                .build();
    }

    private static RecordsWire.Availability availability(AvailabilityCard card) {
        RecordsWire.Availability.Builder availability = RecordsWire.Availability.newBuilder()
                .setResource(ToWire.bytes(card.resource().bytes()))
                .setStated(card.stated())
                .setZone(card.zone())
                .setSample(card.sample());
        card.slots().forEach(slot -> availability.addSlots(slot(slot)));
        return availability.build();
    }

    private static RecordsWire.Slot slot(Slot slot) {
        return RecordsWire.Slot.newBuilder()
                .setEpochDay((int) slot.date().toEpochDay())
                .setShift(slot.shift())
                .setNumber(slot.number())
                .setStartMinute(minute(slot.start()))
                .setEndMinute(minute(slot.end()))
                .setState(
                        switch (slot.state()) {
                            case FREE -> RecordsWire.SlotState.SLOT_STATE_FREE;
                            case BUSY -> RecordsWire.SlotState.SLOT_STATE_BUSY;
                        })
                .build();
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / SECONDS_IN_MINUTE;
    }
}
