// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gorizont.node.desk.DraftDays;
import org.gorizont.node.desk.Form;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.publishing.Publisher;
import org.gorizont.node.publishing.UnfitContent;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.model.CircleId;

/**
 * Puts drafts into the logs where they belong: records of the catalogue under one signed head, or none of them; then the
 * time of each resource, circle by circle, since each circle has a calendar of its own.
 */
final class Publication {
    private final Publisher publisher;
    private final Supplier<ReplicaStatus> status;

    Publication(Publisher publisher, Supplier<ReplicaStatus> status) {
        this.publisher = publisher;
        this.status = status;
    }

    /** @param after names what is published in its place */
    record Done(Sheet sheet, String after) {}

    /**
     * What became of some drafts.
     *
     * @param done those that are on disk
     * @param refused key of the phrase that says why the others are not
     */
    record Result(List<Done> done, Optional<String> refused) {
        Result {
            done = List.copyOf(done);
        }
    }

    /**
     * One publication.
     *
     * @param circle empty for the catalogue
     * @param done drafts of the desk that are published when this one is
     */
    private record Step(Optional<CircleId> circle, List<Draft> drafts, List<Done> done) {}

    /** @param sheets whose fields are fit */
    Result publish(List<Sheet> sheets) throws InterruptedException {
        List<Done> done = new ArrayList<>();
        try {
            List<CircleId> circles = circles();
            boolean ofTime = sheets.stream().anyMatch(sheet -> sheet.kind().isAboutAnother());
            if (ofTime && circles.isEmpty()) {
                return new Result(done, Optional.of("publish.refused.no-network"));
            }
            for (Step step : steps(sheets, circles)) {
                if (!step.drafts.isEmpty() && publish(step) instanceof Outcome.Refused refused) {
                    return new Result(done, Optional.of(Refused.words(refused.refusal())));
                }
                done.addAll(step.done);
            }
            return new Result(done, Optional.empty());
        } catch (UnfitContent _) {
            return new Result(done, Optional.of("publish.refused.too-large"));
        } catch (Publisher.NoAnswer _) {
            return new Result(done, Optional.of("publish.refused.no-answer"));
        }
    }

    private Outcome publish(Step step) throws Publisher.NoAnswer, InterruptedException {
        return step.circle.isPresent()
                ? publisher.publishIn(step.circle.get(), step.drafts)
                : publisher.publish(step.drafts);
    }

    private List<CircleId> circles() {
        return status.get().circles().stream()
                .filter(circle -> circle.standing() == ReplicaStatus.Standing.MEMBER)
                .map(ReplicaStatus.Circle::id)
                .toList();
    }

    private List<Step> steps(List<Sheet> sheets, List<CircleId> circles) throws UnfitContent, InterruptedException {
        Step catalogue = new Step(Optional.empty(), new ArrayList<>(), new ArrayList<>());
        List<Step> steps = new ArrayList<>(List.of(catalogue));
        for (Sheet sheet : sheets) {
            if (sheet.kind().isAboutAnother()) {
                steps.addAll(time(sheet, circles));
            } else if (DeskDraft.filled(sheet) instanceof Form.Filling.Fit(Card card)) {
                Draft draft = publisher.put(card.kind(), sheet.record(), RecordCodec.encode(card));
                catalogue.drafts.add(draft);
                catalogue.done.add(new Done(sheet, name(draft)));
            }
        }
        return steps;
    }

    private List<Step> time(Sheet sheet, List<CircleId> circles) throws UnfitContent, InterruptedException {
        List<Step> steps = new ArrayList<>();
        String after = "";
        for (CircleId circle : circles) {
            List<Draft> drafts = publisher.timeIn(
                    circle,
                    sheet.record(),
                    sheet.fields().getOrDefault(DraftDays.ZONE, ""),
                    DraftDays.of(sheet.fields()));
            after = drafts.isEmpty() ? after : name(drafts.getLast());
            boolean last = circle.equals(circles.getLast());
            steps.add(new Step(Optional.of(circle), drafts, last ? List.of(new Done(sheet, after)) : List.of()));
        }
        return steps;
    }

    private static String name(Draft draft) {
        return draft.body().map(body -> Hashing.leaf(body.content()).toString()).orElse("");
    }
}
