// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.gorizont.protocol.codec.IdentityCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.SealingKey;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.wire.v1.AdminWire;

/** Changing the keys of this school. The recovery sheet stays with the caller. */
final class KeyCalls {
    private final OwnKeys keys;
    private final Circles circles;

    KeyCalls(OwnKeys keys, Circles circles) {
        this.keys = keys;
        this.circles = circles;
    }

    AdminWire.PrepareKeyChangeAnswer prepare() {
        try {
            OwnKeys.Prepared prepared = keys.prepare();
            IdentityChain chain = prepared.chain();
            var answer = AdminWire.PrepareKeyChangeAnswer.newBuilder()
                    .setChain(Forms.of(IdentityCodec.chain(
                            new IdentityClaim(chain.genesisBytes(), chain.genesis(), chain.links()))))
                    .setSigningKey(Forms.of(prepared.signingKey().bytes()));
            prepared.seals().forEach(seal -> answer.addSeals(seal(seal)));
            return answer.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The node starts again once the answer is on its way. */
    void change(AdminWire.ChangeKeysRequest request, StreamObserver<AdminWire.ChangeKeysAnswer> caller)
            throws BadRequest, InterruptedException {
        Signed<Link> link = link(request);
        Bytes sealingSeed = fixed("sealing_seed", request.getSealingSeed(), SealingKey.SIZE);
        try {
            Outcome outcome = !request.getWhileRecovering() && recovering()
                    ? new Outcome.Refused(Refusal.RECOVERING, "")
                    : keys.change(link, sealingSeed);
            caller.onNext(answer(outcome));
            caller.onCompleted();
            if (outcome instanceof Outcome.KeysChanged) {
                keys.startAgain();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A change now would seal the logs as they are here, and end what neighbours hold of them beyond. */
    private boolean recovering() throws InterruptedException {
        return circles.status().writing().filter(Refusal.RECOVERING::equals).isPresent();
    }

    private static AdminWire.ChangeKeysAnswer answer(Outcome outcome) {
        var answer = AdminWire.ChangeKeysAnswer.newBuilder();
        return switch (outcome) {
            case Outcome.KeysChanged(IdentityChain chain) ->
                answer.setEpoch(chain.epoch()).build();
            case Outcome.Refused(var refusal, var detail) ->
                answer.setRefused(Forms.refused(refusal, detail)).build();
            case Outcome other -> throw Forms.unexpected(other);
        };
    }

    private static Signed<Link> link(AdminWire.ChangeKeysRequest request) throws BadRequest {
        Bytes signature = fixed("signature", request.getSignature(), Signature.SIZE);
        try {
            return IdentityCodec.signedLink(Forms.bytes(request.getLink()), new Signature(signature));
        } catch (Malformed e) {
            throw new BadRequest("link: " + e.getMessage());
        }
    }

    private static Bytes fixed(String name, ByteString field, int size) throws BadRequest {
        if (field.size() != size) {
            throw new BadRequest(name + ": " + field.size() + " bytes, not " + size);
        }
        return Forms.bytes(field);
    }

    private static AdminWire.SealState seal(Seal seal) {
        return AdminWire.SealState.newBuilder()
                .setLog(Forms.of(seal.log()))
                .setSize(seal.size())
                .setRoot(Forms.of(seal.root()))
                .build();
    }
}
