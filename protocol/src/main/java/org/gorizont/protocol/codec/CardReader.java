// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.domain.GradeBand;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.LendingTerms;
import org.gorizont.protocol.domain.Location;
import org.gorizont.protocol.domain.Office;
import org.gorizont.protocol.domain.Place;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.PracticeFile;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.SchoolCard;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.domain.Sources;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.wire.v1.RecordsWire;

/** Messages of records.proto as cards. */
final class CardReader {
    private static final int SECONDS_IN_MINUTE = 60;

    private CardReader() {}

    /**
     * The card, or empty when it holds a value of a newer version.
     *
     * @throws Malformed if the bytes are no such message, or one that readers are known to disagree about
     * @throws IllegalArgumentException if a field breaks its rule
     */
    static Optional<Card> card(Kind kind, Bytes body) throws Malformed {
        if (kind.equals(Kinds.SCHOOL)) {
            return Optional.of(school(parse(body, RecordsWire.School.getDescriptor(), RecordsWire.School.parser())));
        } else if (kind.equals(Kinds.CENTRE)) {
            return Optional.of(centre(parse(body, RecordsWire.Centre.getDescriptor(), RecordsWire.Centre.parser())));
        } else if (kind.equals(Kinds.PRACTICE)) {
            return Optional.of(
                    practice(parse(body, RecordsWire.Practice.getDescriptor(), RecordsWire.Practice.parser())));
        } else if (kind.equals(Kinds.RESOURCE)) {
            return Optional.of(
                    resource(parse(body, RecordsWire.Resource.getDescriptor(), RecordsWire.Resource.parser())));
        }
        return availability(parse(body, RecordsWire.Availability.getDescriptor(), RecordsWire.Availability.parser()));
    }

    private static <M extends MessageLite> M parse(Bytes body, Descriptor type, Parser<M> parser) throws Malformed {
        return FromWire.parse(body, Limits.BODY_BYTES, type, parser);
    }

    private static Card school(RecordsWire.School school) {
        Optional<Place> place = school.hasPlace()
                ? Optional.of(new Place(
                        school.getPlace().getLatitudeE5(), school.getPlace().getLongitudeE5()))
                : Optional.empty();
        Location location = new Location(
                school.getRegion(), school.getMunicipality(), school.getSettlement(), place, school.getZone());
        Office office = new Office(school.getSite(), school.getOfficePhone(), school.getOfficeMail());
        return new SchoolCard(
                school.getShortName(), school.getFullName(), school.getKind(), location, office, school.getSample());
    }

    private static Card centre(RecordsWire.Centre centre) {
        return new CentreCard(
                centre.getProfilesList(),
                centre.getOpenedYear(),
                centre.getAbout(),
                centre.getContactRole(),
                centre.getSample());
    }

    private static Card practice(RecordsWire.Practice practice) {
        boolean anyGrade = practice.getGradeFrom() == 0 && practice.getGradeTo() == 0;
        return new PracticeCard(
                practice.getTitle(),
                practice.getProblem(),
                practice.getAim(),
                practice.getSubjectsList(),
                anyGrade
                        ? Optional.empty()
                        : Optional.of(new GradeBand(practice.getGradeFrom(), practice.getGradeTo())),
                practice.getDirection(),
                practice.getStage(),
                practice.getForm(),
                practice.getEquipmentList(),
                practice.getDurationMinutes(),
                practice.getSteps(),
                practice.getResults(),
                practice.getDifficultiesList(),
                practice.getFilesList().stream().map(CardReader::file).toList(),
                new Sources(practice.getLicence(), practice.getBasedOn(), practice.getOutsideSource()),
                practice.getSample());
    }

    private static PracticeFile file(RecordsWire.PracticeFile file) {
        return new PracticeFile(
                new Hash(FromWire.bytes(file.getHash())), file.getSize(), file.getName(), file.getLicence());
    }

    private static Card resource(RecordsWire.Resource resource) {
        LendingTerms terms = new LendingTerms(
                resource.getMode(),
                resource.getWhoMay(),
                resource.getLeadDays(),
                resource.getNeeds(),
                resource.getSafety());
        return new ResourceCard(
                resource.getKind(),
                resource.getTitle(),
                resource.getModel(),
                resource.getQuantity(),
                resource.getSeatsPerUnit(),
                resource.getRoom(),
                resource.getCondition(),
                resource.getAbout(),
                resource.getConsumable(),
                terms,
                resource.getSample());
    }

    private static Optional<Card> availability(RecordsWire.Availability availability) {
        List<Slot> slots = new ArrayList<>(availability.getSlotsCount());
        for (RecordsWire.Slot slot : availability.getSlotsList()) {
            Optional<Slot> known = slot(slot);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            slots.add(known.get());
        }
        return Optional.of(new AvailabilityCard(
                new RecordId(FromWire.bytes(availability.getResource())),
                availability.getStated(),
                availability.getZone(),
                slots,
                availability.getSample()));
    }

    private static Optional<Slot> slot(RecordsWire.Slot slot) {
        Optional<Slot.State> state = switch (slot.getState()) {
            case SLOT_STATE_FREE -> Optional.of(Slot.State.FREE);
            case SLOT_STATE_BUSY -> Optional.of(Slot.State.BUSY);
            case SLOT_STATE_UNSPECIFIED -> throw new IllegalArgumentException("a slot without a state");
            case UNRECOGNIZED -> Optional.empty();
        };
        return state.map(known -> new Slot(
                LocalDate.ofEpochDay(slot.getEpochDay()),
                slot.getShift(),
                slot.getNumber(),
                time(slot.getStartMinute()),
                time(slot.getEndMinute()),
                known));
    }

    private static LocalTime time(int minute) {
        try {
            return LocalTime.ofSecondOfDay((long) minute * SECONDS_IN_MINUTE);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a minute outside the day: " + minute, e);
        }
    }
}
