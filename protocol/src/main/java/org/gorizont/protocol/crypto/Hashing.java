// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;

/** Every SHA-256 of the protocol, one method for each use, so that no two uses share a domain. */
public final class Hashing {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final MessageDigest FRESH = fresh();
    private static final Hash EMPTY_ROOT = Hash.wrap(sha256().digest());

    private Hashing() {}

    /** Root of the empty tree: SHA-256 of the empty string (RFC 6962 §2.1). */
    public static Hash emptyRoot() {
        return EMPTY_ROOT;
    }

    /** Leaf hash of RFC 6962 §2.1: SHA-256(0x00, data). The hash of an entry is that of its header bytes. */
    public static Hash leaf(Bytes data) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        digest.update(data.unsafeArray());
        return Hash.wrap(digest.digest());
    }

    /** Node hash of RFC 6962 §2.1: SHA-256(0x01, left, right). */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes().unsafeArray());
        digest.update(right.bytes().unsafeArray());
        return Hash.wrap(digest.digest());
    }

    /** What a header commits to: SHA-256(salt, content). */
    public static Hash commitment(Body body) {
        MessageDigest digest = sha256();
        digest.update(body.salt().unsafeArray());
        digest.update(body.content().unsafeArray());
        return Hash.wrap(digest.digest());
    }

    public static boolean fits(Body body, Optional<Hash> commitment) {
        return commitment.isPresent() && commitment.get().equals(commitment(body));
    }

    public static SchoolId schoolId(Bytes genesis) {
        return new SchoolId(tagged("gorizont/genesis/1", genesis));
    }

    public static CircleId circleId(Bytes charter) {
        return new CircleId(tagged("gorizont/charter/1", charter));
    }

    /** The name of a proposal; of one that seals an electorate, also the name of that electorate. */
    public static Hash proposal(Bytes proposal) {
        return tagged("gorizont/proposal/1", proposal);
    }

    /** The parent of link 1 is the SchoolId's hash; of later links, this hash of the link before. */
    public static Hash link(Bytes link) {
        return tagged("gorizont/link/1", link);
    }

    /** What genesis and links publish of the next recovery key. */
    public static Hash recoveryCommitment(PublicKey recoveryKey) {
        return tagged("gorizont/recovery/1", recoveryKey.bytes());
    }

    /** SHA-256(tag, 0x00, parts one after another); parts must have fixed sizes, or be the last. */
    public static Hash tagged(String tag, Bytes... parts) {
        MessageDigest digest = sha256();
        digest.update(tag.getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) 0);
        for (Bytes part : parts) {
            digest.update(part.unsafeArray());
        }
        return Hash.wrap(digest.digest());
    }

    /** A copy of one that has hashed nothing: looking for the algorithm takes longer than hashing a node. */
    private static MessageDigest sha256() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of this Java platform cannot be copied", e);
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
