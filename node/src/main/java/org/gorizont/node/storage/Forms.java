// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.IdentityCodec;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.Joining;
import org.gorizont.protocol.core.OpenInvitation;
import org.gorizont.protocol.merkle.ForkProof;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signed;

/** Values of the families but {@link Family#LOGS}. What others signed is kept in the bytes that they signed. */
final class Forms {
    /** Beside a port: a token follows. */
    private static final int AT_RELAY = 1 << 16;

    private Forms() {}

    static byte[] write(Body body) {
        return body.salt().plus(body.content()).unsafeArray();
    }

    static Body body(byte[] value) {
        return FormReader.read(Family.BODIES, value, in -> new Body(in.fixed(Body.SALT_SIZE), in.rest()));
    }

    static byte[] write(List<Hash> tile) {
        FormWriter out = new FormWriter();
        tile.forEach(hash -> out.fixed(hash.bytes()));
        return out.done();
    }

    static List<Hash> tile(byte[] value) {
        return FormReader.read(Family.TILES, value, in -> {
            List<Hash> hashes = new ArrayList<>(value.length / Hash.SIZE);
            while (!in.atEnd()) {
                hashes.add(in.hash());
            }
            return hashes;
        });
    }

    static byte[] write(Arrival arrival) {
        return new FormWriter()
                .fixed(arrival.log().key())
                .number(arrival.from())
                .number(arrival.to())
                .done();
    }

    static Arrival arrival(byte[] key, byte[] value) {
        return FormReader.read(Family.ARRIVALS, value, in -> {
            LogId log = LogId.ofKey(in.fixed(LogId.KEY_SIZE));
            return new Arrival(Bytes.wrap(key).toLong(), log, in.longNumber(), in.longNumber());
        });
    }

    static byte[] write(IdentityChain chain) {
        return IdentityCodec.chain(new IdentityClaim(chain.genesisBytes(), chain.genesis(), chain.links()))
                .unsafeArray();
    }

    /** A chain that was proven before it was stored. */
    static IdentityChain chain(byte[] key, byte[] value) {
        return FormReader.read(Family.CHAINS, value, in -> {
            IdentityClaim claim = IdentityCodec.chain(in.rest());
            return new IdentityChain(
                    new SchoolId(Hash.wrap(key)), claim.genesisBytes(), claim.genesis(), claim.links());
        });
    }

    static byte[] write(Cursor cursor) {
        return new FormWriter()
                .number(cursor.arrival())
                .fixed(cursor.storeEpoch())
                .done();
    }

    static Cursor cursor(byte[] value) {
        return FormReader.read(Family.CURSORS, value, in -> {
            long arrival = in.longNumber();
            return new Cursor(in.rest(), arrival);
        });
    }

    static byte[] write(Signed<?> signed) {
        return signed.signature().bytes().plus(signed.exact()).unsafeArray();
    }

    static Signed<Receipt> receipt(byte[] value) {
        return FormReader.read(Family.RECEIPTS, value, in -> {
            var signature = in.signature();
            return LogCodec.signedReceipt(in.rest(), signature);
        });
    }

    static Signed<AddressRecord> address(byte[] value) {
        return FormReader.read(Family.ADDRESSES, value, in -> {
            var signature = in.signature();
            return IdentityCodec.signedAddress(in.rest(), signature);
        });
    }

    static byte[] write(ForkProof proof) {
        return LogCodec.forkProof(proof).unsafeArray();
    }

    static ForkProof fork(byte[] value) {
        return FormReader.read(Family.FORKS, value, in -> LogCodec.forkProof(in.rest()));
    }

    static byte[] write(OpenInvitation invitation) {
        return invitation.salt().unsafeArray();
    }

    static OpenInvitation invitation(byte[] key, byte[] value) {
        return FormReader.read(Family.INVITATIONS, key, in -> {
            CircleId circle = new CircleId(in.hash());
            return new OpenInvitation(circle, in.rest(), Bytes.copyOf(value));
        });
    }

    static byte[] write(Joining joining) {
        Invitation invitation = joining.invitation();
        int atRelay = invitation.relayToken().isPresent() ? AT_RELAY : 0;
        return new FormWriter()
                .fixed(invitation.inviter().hash().bytes())
                .fixed(invitation.secret())
                .number(invitation.address().port() | atRelay)
                .fixed(invitation.relayToken().orElse(Bytes.empty()))
                .fixed(utf8(invitation.address().host()))
                .done();
    }

    static Joining joining(byte[] key, byte[] value) {
        return FormReader.read(Family.JOININGS, value, in -> {
            SchoolId inviter = new SchoolId(in.hash());
            Bytes secret = in.fixed(Invitation.SECRET_SIZE);
            int number = in.number();
            Optional<Bytes> token =
                    (number & AT_RELAY) == 0 ? Optional.empty() : Optional.of(in.fixed(RelayEndpoint.TOKEN_SIZE));
            Endpoint address = new Endpoint(text(in.rest()), number & ~AT_RELAY);
            return new Joining(new Invitation(new CircleId(Hash.wrap(key)), inviter, address, token, secret));
        });
    }

    static Bytes utf8(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(Bytes utf8) {
        return new String(utf8.unsafeArray(), StandardCharsets.UTF_8);
    }
}
