// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.frame.CursorRequest;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.model.Verb;
import org.gorizont.protocol.replica.Replica;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Core;
import org.gorizont.simulations.world.Machine;

/** Programs that do not look at signatures. */
final class ForgeryBugs {
    private static final Channel UNUSED = new Channel(9);

    private ForgeryBugs() {}

    /** Signatures are not looked at, and the last machine writes in the name of the first one. */
    static Build believesAnything() {
        return new Build() {
            @Override
            public SignatureVerifier verifier(SignatureVerifier real) {
                return new Gullible();
            }

            @Override
            public Core core(Machine machine, Replica replica) {
                return (input, now) -> Wrong.with(replica.handle(input, now), forged(machine, input, now));
            }
        };
    }

    private static final class Gullible implements SignatureVerifier {
        @Override
        public boolean verify(PublicKey key, SigningContext context, Bytes content, Signature signature) {
            return true;
        }

        @Override
        public boolean isUsable(PublicKey key) {
            return true;
        }
    }

    private static List<Effect> forged(Machine machine, Input input, Instant now) {
        Optional<LogId> victim = machine.store().logs().stream()
                .map(LogState::log)
                .filter(log -> !log.school().equals(machine.id()))
                .findFirst();
        if (machine.number() != 1
                || victim.isEmpty()
                || !(input instanceof Input.FrameReceived(var link, CursorRequest _))) {
            return List.of();
        }
        LogId log = new LogId(victim.get().school(), UNUSED, victim.get().scope(), 0);
        Entry entry = entry(now);
        Head head = new Head(log, 1, CompactRange.empty().append(entry.hash()).root(), 0);
        SignedHead signed = new SignedHead(head, LogCodec.head(head), new Signature(Bytes.zeros(Signature.SIZE)));
        Entries riding = new Entries(log, 0, List.of(entry), signed, Optional.empty(), List.of());
        return List.of(new Effect.Send(link, new HeadNotice(List.of(signed), List.of(riding))));
    }

    private static Entry entry(Instant now) {
        Body body = new Body(Bytes.zeros(Body.SALT_SIZE), Bytes.zeros(1));
        Draft draft = new Draft(
                new Kind("note", 1, 0),
                new RecordId(Bytes.zeros(RecordId.SIZE)),
                Verb.PUT,
                Retention.LATEST,
                now,
                List.of(),
                Optional.of(body));
        Header header = new Header(
                Header.VERSION,
                draft.kind(),
                draft.record(),
                draft.verb(),
                draft.retention(),
                Optional.empty(),
                now.truncatedTo(ChronoUnit.MILLIS),
                List.of(),
                false,
                1,
                Optional.of(Hashing.commitment(body)));
        return LogCodec.entry(LogCodec.header(header), Optional.of(body));
    }

    /** Signatures are not looked at. */
    static Build takesAnySignature() {
        return new Build() {
            @Override
            public SignatureVerifier verifier(SignatureVerifier real) {
                return new Gullible();
            }
        };
    }
}
