// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gorizont.node.readmodel.Catalogue;
import org.gorizont.node.readmodel.Listed;
import org.gorizont.node.readmodel.Offer;
import org.gorizont.node.readmodel.Page;
import org.gorizont.node.readmodel.PracticeQuery;
import org.gorizont.node.readmodel.RecordKey;
import org.gorizont.node.readmodel.ResourceQuery;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.gorizont.protocol.wire.v1.AdminWire.FindFreeAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.FindFreeRequest;
import org.gorizont.protocol.wire.v1.AdminWire.RecordsAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.RecordsRequest;
import org.gorizont.protocol.wire.v1.AdminWire.SearchAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.SearchRequest;

/** Lists, single records, free lessons and search: all from the read models. */
final class RecordCalls {
    /** Bytes of records in one answer; the caller asks again from there. */
    private static final int ANSWER_BYTES = 2 * 1024 * 1024;

    private static final int LISTED = 50;
    private static final int FOUND = 20;
    private static final int MOST_FOUND = 200;
    private static final int WORDS_LENGTH = 1_000;
    private static final int MOST_PUPILS = 10_000;

    private final Catalogue catalogue;
    private final WordSearch search;

    RecordCalls(AdminParts parts) {
        this.catalogue = parts.catalogue();
        this.search = parts.search();
    }

    RecordsAnswer records(RecordsRequest request) throws BadRequest {
        if (!request.getRecord().isEmpty()) {
            return single(request);
        }
        Page.Slice slice = new Page.Slice(request.getFrom(), request.getAtMost() == 0 ? LISTED : request.getAtMost());
        Page<? extends Listed<? extends Card>> page = page(request, slice);
        var answer = RecordsAnswer.newBuilder().setTotal(page.total());
        int bytes = 0;
        for (Listed<? extends Card> listed : page.items()) {
            AdminWire.RecordView view = RecordForm.of(listed);
            bytes += view.getSerializedSize();
            if (bytes > ANSWER_BYTES) {
                break;
            }
            answer.addRecords(view);
        }
        return answer.build();
    }

    FindFreeAnswer findFree(FindFreeRequest request) throws BadRequest {
        LocalDate date;
        try {
            date = LocalDate.parse(request.getDate());
        } catch (DateTimeException _) {
            throw new BadRequest("date: not like 2026-03-12");
        }
        if (request.getPupils() < 0 || request.getPupils() > MOST_PUPILS || request.getLesson() < 0) {
            throw new BadRequest("pupils or lesson: out of range");
        }
        var answer = FindFreeAnswer.newBuilder();
        catalogue.findFree(request.getResourceKind(), date, request.getLesson(), request.getPupils()).stream()
                .limit(MOST_FOUND)
                .forEach(offer -> answer.addOffers(offer(offer)));
        return answer.build();
    }

    SearchAnswer search(SearchRequest request) throws BadRequest {
        if (request.getWords().length() > WORDS_LENGTH) {
            throw new BadRequest("words: longer than " + WORDS_LENGTH + " characters");
        }
        int atMost = request.getAtMost() == 0 ? FOUND : Math.clamp(request.getAtMost(), 1, MOST_FOUND);
        WordSearch.Hits hits = search.find(request.getWords(), atMost);
        var answer = SearchAnswer.newBuilder().setTotal(hits.total());
        hits.keys().stream().flatMap(this::listed).map(RecordForm::of).forEach(answer::addHits);
        return answer.build();
    }

    private RecordsAnswer single(RecordsRequest request) throws BadRequest {
        RecordId record = Forms.record(request.getRecord());
        SchoolId school = Forms.school(request.getSchool());
        Optional<? extends Listed<? extends Card>> listed =
                isPractice(request) ? catalogue.practice(school, record) : catalogue.resource(school, record);
        var answer = RecordsAnswer.newBuilder();
        listed.ifPresent(found -> answer.addRecords(RecordForm.of(found)).setTotal(1));
        return answer.build();
    }

    private Page<? extends Listed<? extends Card>> page(RecordsRequest request, Page.Slice slice) throws BadRequest {
        Optional<SchoolId> school =
                request.getSchool().isEmpty() ? Optional.empty() : Optional.of(Forms.school(request.getSchool()));
        if (isPractice(request)) {
            return catalogue.practices(school.map(PracticeQuery.ALL::ofSchool).orElse(PracticeQuery.ALL), slice);
        }
        Optional<String> kind = Optional.of(request.getResourceKind()).filter(word -> !word.isEmpty());
        return catalogue.resources(new ResourceQuery(school, kind), slice);
    }

    private static boolean isPractice(RecordsRequest request) throws BadRequest {
        if (request.getKind().equals(Kinds.PRACTICE.type())) {
            return true;
        } else if (request.getKind().equals(Kinds.RESOURCE.type())) {
            return false;
        }
        throw new BadRequest("kind: practice or resource");
    }

    private Stream<Listed<? extends Card>> listed(RecordKey key) {
        List<Optional<? extends Listed<? extends Card>>> found =
                List.of(catalogue.practice(key.school(), key.record()), catalogue.resource(key.school(), key.record()));
        return found.stream().flatMap(Optional::stream);
    }

    private static AdminWire.FreeOffer offer(Offer offer) {
        var wire = AdminWire.FreeOffer.newBuilder()
                .setResource(RecordForm.of(offer.resource()))
                .setFit(offer.fit().name())
                .setZone(offer.zone());
        offer.slot()
                .ifPresent(slot -> wire.setShift(slot.shift())
                        .setStart(slot.start().toString())
                        .setEnd(slot.end().toString()));
        return wire.build();
    }
}
