// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.local.LocalDrafts;
import org.gorizont.node.publishing.OwnDraft;
import org.gorizont.node.publishing.UnfitContent;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Verb;
import org.gorizont.protocol.wire.v1.AdminWire.PublishAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.PublishRequest;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft;

/** Publishes records of this school. Every draft is checked before the loop sees any. */
final class PublishCall {
    private final AdminParts parts;
    private final Circles circles;
    private final FreshBytes fresh;
    private final RefusedWishes refusedWishes;

    PublishCall(AdminParts parts, Circles circles, FreshBytes fresh) {
        this.parts = parts;
        this.circles = circles;
        this.fresh = fresh;
        this.refusedWishes = new RefusedWishes(parts);
    }

    PublishAnswer publish(PublishRequest request) throws BadRequest, InterruptedException {
        int count = request.getDraftsCount();
        if (count == 0 || count > Limits.BATCH_ENTRIES) {
            throw new BadRequest("drafts: " + count + ", not 1 to " + Limits.BATCH_ENTRIES);
        }
        List<Draft> drafts = new ArrayList<>();
        Optional<Kinds.Home> home = Optional.empty();
        for (int i = 0; i < count; i++) {
            try {
                Draft draft = draft(request.getDrafts(i));
                Kinds.Home own = Kinds.home(draft.kind()).orElseThrow();
                if (!home.map(own::equals).orElse(true)) {
                    throw new BadRequest("kind: drafts of one call go into one log");
                }
                home = Optional.of(own);
                drafts.add(draft);
            } catch (BadRequest e) {
                throw new BadRequest("drafts[" + i + "]." + e.getMessage());
            }
        }
        Kinds.Home log = home.orElseThrow();
        Scope scope = log.ofOneCircle() ? Scope.of(circles.meant(request.getCircle())) : Scope.everyCircle();
        Outcome outcome = Calls.ask(parts.loop(), id -> new Input.Published(id, log.channel(), scope, drafts));
        return outcome instanceof Outcome.Refused(var refusal, var detail)
                ? refused(request.getKeep(), refusal, new LocalDrafts.Place(log.channel(), scope), drafts)
                        .setRefused(Forms.refused(refusal, detail))
                        .build()
                : answer(outcome);
    }

    private PublishAnswer.Builder refused(boolean keep, Refusal refusal, LocalDrafts.Place place, List<Draft> drafts)
            throws InterruptedException {
        return keep ? refusedWishes.keep(refusal, place, drafts) : PublishAnswer.newBuilder();
    }

    private PublishAnswer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Saved(LogId log, long from, long to) -> {
                var answer = PublishAnswer.newBuilder()
                        .setLog(Forms.of(log))
                        .setFrom(from)
                        .setTo(to);
                parts.own().leafHash(log, to - 1).ifPresent(hash -> answer.setLastHash(Forms.of(hash)));
                yield answer.build();
            }
            case Outcome other -> throw Forms.unexpected(other);
        };
    }

    private Draft draft(RecordDraft wire) throws BadRequest {
        Kind kind = kind(wire);
        Verb verb = switch (wire.getVerb()) {
            case VERB_PUT -> Verb.PUT;
            case VERB_REPLACE -> Verb.REPLACE;
            case VERB_WITHDRAW -> Verb.WITHDRAW;
            case VERB_UNSPECIFIED, UNRECOGNIZED -> throw new BadRequest("verb: not known");
        };
        if (verb.hasBody() == wire.getBody().isEmpty()) {
            throw new BadRequest("body: does not fit the verb " + verb);
        }
        Optional<Bytes> content = verb.hasBody() ? Optional.of(Forms.bytes(wire.getBody())) : Optional.empty();
        try {
            return OwnDraft.of(kind, Forms.record(wire.getRecord()), verb, content, fresh::of);
        } catch (UnfitContent e) {
            throw new BadRequest("body: " + e.getMessage());
        }
    }

    private static Kind kind(RecordDraft wire) throws BadRequest {
        try {
            Kind kind = new Kind(wire.getKind(), wire.getKindMajor(), wire.getKindMinor());
            if (Kinds.understood(kind).isPresent()) {
                return kind;
            }
        } catch (IllegalArgumentException e) {
            throw new BadRequest("kind: " + e.getMessage());
        }
        throw new BadRequest("kind: this node does not know it");
    }
}
