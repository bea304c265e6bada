// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.gorizont.protocol.model.Bytes;

/** HKDF-SHA256 (RFC 5869) without a salt: many independent secrets out of one that is random already. */
public final class Hkdf {
    /** Longest output: 255 blocks of 32 bytes. */
    public static final int MAX_LENGTH = 255 * 32;

    private Hkdf() {}

    /**
     * @param info ASCII name of the use; different names give independent outputs
     * @param length bytes, 1 to {@link #MAX_LENGTH}
     */
    public static Bytes derive(Bytes secret, String info, int length) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
        generator.init(new HKDFParameters(secret.unsafeArray(), null, info.getBytes(StandardCharsets.US_ASCII)));
        byte[] output = new byte[length];
        generator.generateBytes(output, 0, length);
        return Bytes.wrap(output);
    }
}
