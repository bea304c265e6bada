// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gorizont.node.local.KeptDraft;
import org.gorizont.node.local.LocalDrafts;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.gorizont.protocol.wire.v1.AdminWire.DiscardDraftsAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.DraftState;
import org.gorizont.protocol.wire.v1.AdminWire.DraftsAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.PublishDraftsAnswer;

/**
 * Listing, publishing and discarding drafts. A draft is removed after its entries are known to stand in the own log; when
 * the node ends in between, the next attempt finds them there by their hashes and publishes nothing.
 */
final class DraftCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AdminParts parts;
    private final Circles circles;
    private final RefusedWishes wishes;

    DraftCalls(AdminParts parts, Circles circles) {
        this.parts = parts;
        this.circles = circles;
        this.wishes = new RefusedWishes(parts);
    }

    DraftsAnswer list() {
        LocalDrafts drafts = parts.drafts();
        DraftForms forms = new DraftForms(parts.self(), parts.catalogue());
        DraftsAnswer.Builder answer = DraftsAnswer.newBuilder();
        for (LocalDrafts.Brief brief : drafts.briefs()) {
            read(brief.number())
                    .ifPresent(draft ->
                            answer.addDrafts(forms.of(brief).toBuilder().setOvertaken(isOvertaken(draft))));
        }
        drafts.damaged()
                .forEach(number -> answer.addDrafts(
                        DraftState.newBuilder().setNumber(number).setDamaged(true)));
        return answer.build();
    }

    DiscardDraftsAnswer discard(AdminWire.DiscardDraftsRequest request) throws BadRequest {
        int discarded = 0;
        for (int number : request.getNumbersList()) {
            if (!remove(number)) {
                throw new BadRequest("draft: " + number);
            }
            discarded++;
        }
        return DiscardDraftsAnswer.newBuilder().setDiscarded(discarded).build();
    }

    /** One at a time: two attempts must not both find a draft unpublished. */
    synchronized PublishDraftsAnswer publish(AdminWire.PublishDraftsRequest request)
            throws BadRequest, Calls.CatchingUp, InterruptedException {
        PublishDraftsAnswer.Builder answer = PublishDraftsAnswer.newBuilder();
        // The loop takes questions in their order: an earlier attempt that was not answered is over once this one is.
        Optional<Refusal> refusal = circles.status().writing();
        if (refusal.isPresent()) {
            return answer.setRefused(Forms.refused(refusal.get(), "")).build();
        } else if (!parts.readSide().caughtUp(PATIENCE)) {
            throw new Calls.CatchingUp();
        }
        List<KeptDraft> waiting = new ArrayList<>();
        for (KeptDraft draft : chosen(request.getNumbersList())) {
            if (isPublished(draft)) {
                answer.setKnown(answer.getKnown() + draft.items().size());
                remove(draft.number());
            } else if (!request.getOver() && isOvertaken(draft)) {
                answer.addOvertaken(draft.number());
            } else {
                waiting.add(draft);
            }
        }
        return publish(waiting, answer).build();
    }

    private PublishDraftsAnswer.Builder publish(List<KeptDraft> waiting, PublishDraftsAnswer.Builder answer)
            throws InterruptedException {
        for (KeptDraft draft : waiting) {
            var entries = draft.items().stream().map(KeptDraft.Item::draft).toList();
            Outcome outcome =
                    Calls.ask(parts.loop(), id -> new Input.Published(id, draft.channel(), draft.scope(), entries));
            switch (outcome) {
                case Outcome.Saved _ -> {
                    answer.setPublished(answer.getPublished() + entries.size());
                    remove(draft.number());
                }
                case Outcome.Refused(var refusal, var detail) -> {
                    return answer.setRefused(Forms.refused(refusal, detail));
                }
                case Outcome other -> throw Forms.unexpected(other);
            }
        }
        return answer;
    }

    private List<KeptDraft> chosen(List<Integer> numbers) throws BadRequest {
        List<KeptDraft> chosen = new ArrayList<>();
        Set<Integer> wanted = new HashSet<>(numbers);
        for (LocalDrafts.Brief brief : parts.drafts().briefs()) {
            if (wanted.remove(brief.number()) || numbers.isEmpty()) {
                read(brief.number()).ifPresent(chosen::add);
            }
        }
        if (!wanted.isEmpty()) {
            throw new BadRequest("draft: " + wanted.iterator().next());
        }
        return chosen;
    }

    /** All entries of a draft stand under one signed head, so one of them tells. */
    private boolean isPublished(KeptDraft draft) {
        Hash first =
                Hashing.leaf(LogCodec.header(draft.items().getFirst().draft().header()));
        return !parts.own()
                .standing(draft.channel(), draft.scope(), Set.of(first))
                .isEmpty();
    }

    private boolean isOvertaken(KeptDraft draft) {
        LocalDrafts.Place place = new LocalDrafts.Place(draft.channel(), draft.scope());
        return draft.items().stream()
                .anyMatch(item -> !wishes.standing(place, item.draft()).equals(item.basedOn()));
    }

    private Optional<KeptDraft> read(int number) {
        try {
            return Optional.of(parts.drafts().read(number));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean remove(int number) {
        try {
            return parts.drafts().remove(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
