// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.actors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gorizont.protocol.codec.IdentityCodec;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.crypto.SealingKeys;
import org.gorizont.protocol.crypto.Signer;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.identity.NewIdentity;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Genesis;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.SignedHead;

/** A school with all its keys, in one key epoch. */
public record Actor(String name, RecoverySheet sheet, IdentityChain chain) {
    public static Actor named(String name) {
        RecoverySheet sheet = new RecoverySheet(bytes("sheet " + name));
        NewIdentity identity = NewIdentity.of(
                signingSeed(name, 0),
                sheet.sealingSeed(0),
                sheet.recoveryKey(1).publicKey(),
                bytes("nonce " + name).slice(0, Genesis.NONCE_SIZE));
        return new Actor(name, sheet, identity.chain());
    }

    /** 32 bytes that follow from {@code text}. */
    public static Bytes bytes(String text) {
        return Hashing.tagged("test", Bytes.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .bytes();
    }

    public SchoolId id() {
        return chain.school();
    }

    public IdentityClaim claim() {
        return new IdentityClaim(chain.genesisBytes(), chain.genesis(), chain.links());
    }

    /** With the signing key of the newest epoch. */
    public Signer signer() {
        return signer(chain.epoch());
    }

    public Signer signer(int epoch) {
        return new Ed25519Signer(signingSeed(name, epoch));
    }

    /** The next epoch, by an honest link. */
    public Actor rotated(Seal... seals) {
        return with(signed(nextLink(List.of(seals)), sheet.recoveryKey(chain.epoch() + 1)));
    }

    /** The next epoch, by an honest link that was changed before it was signed. */
    public Actor rotated(UnaryOperator<Link> change) {
        return with(signed(change.apply(nextLink(List.of())), sheet.recoveryKey(chain.epoch() + 1)));
    }

    public Actor with(Signed<Link> link) {
        List<Signed<Link>> links = new ArrayList<>(chain.links());
        links.add(link);
        return new Actor(name, sheet, new IdentityChain(id(), chain.genesisBytes(), chain.genesis(), links));
    }

    public Link nextLink(List<Seal> seals) {
        int epoch = chain.epoch() + 1;
        Hash parent = chain.links().isEmpty()
                ? id().hash()
                : Hashing.link(chain.links().getLast().exact());
        return new Link(
                id(),
                epoch,
                parent,
                sheet.recoveryKey(epoch).publicKey(),
                Hashing.recoveryCommitment(sheet.recoveryKey(epoch + 1).publicKey()),
                signer(epoch).publicKey(),
                SealingKeys.publicKey(sheet.sealingSeed(epoch)),
                seals);
    }

    public static Signed<Link> signed(Link link, Signer signer) {
        Bytes exact = IdentityCodec.link(link);
        return new Signed<>(link, exact, signer.sign(SigningContext.LINK, exact));
    }

    /** A log of the newest epoch. */
    public LogId log(Channel channel, Scope scope) {
        return new LogId(id(), channel, scope, chain.epoch());
    }

    public LogId catalogue() {
        return log(Channel.CATALOGUE, Scope.everyCircle());
    }

    /** A head of any log, signed with this school's key of the log's incarnation. */
    public SignedHead head(LogId log, long size, Hash root) {
        Head head = new Head(log, size, root, 0);
        Bytes exact = LogCodec.head(head);
        return new SignedHead(head, exact, signer(log.incarnation()).sign(SigningContext.HEAD, exact));
    }

    private static Bytes signingSeed(String name, int epoch) {
        return bytes("signing " + name + " " + epoch);
    }
}
