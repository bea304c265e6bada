// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;

/** HMAC-SHA256 (RFC 2104): shows that its maker knows a secret, without showing the secret. */
public final class KeyedHash {
    private KeyedHash() {}

    /** HMAC of (tag, 0x00, parts one after another); parts must have fixed sizes, or be the last. */
    public static Hash of(Bytes secret, String tag, Bytes... parts) {
        HMac mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(secret.unsafeArray()));
        byte[] name = tag.getBytes(StandardCharsets.US_ASCII);
        mac.update(name, 0, name.length);
        mac.update((byte) 0);
        for (Bytes part : parts) {
            mac.update(part.unsafeArray(), 0, part.size());
        }
        byte[] output = new byte[Hash.SIZE];
        mac.doFinal(output, 0);
        return Hash.wrap(output);
    }

    /** Compares in a time that does not depend on where the two differ. */
    public static boolean same(Hash a, Hash b) {
        return MessageDigest.isEqual(a.bytes().unsafeArray(), b.bytes().unsafeArray());
    }
}
