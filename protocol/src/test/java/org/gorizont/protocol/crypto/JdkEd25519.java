// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import org.gorizont.protocol.model.Bytes;

/** Ed25519 by the JDK: the second library, to which the first is compared. */
public final class JdkEd25519 {
    /** SubjectPublicKeyInfo of RFC 8410 up to the key. */
    private static final Bytes KEY_INFO = Bytes.ofHex("302a300506032b6570032100");

    private JdkEd25519() {}

    public static boolean verify(Bytes key, Bytes message, Bytes signature) {
        try {
            Signature jdk = Signature.getInstance("Ed25519");
            jdk.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(KEY_INFO.plus(key).unsafeArray())));
            jdk.update(message.unsafeArray());
            return jdk.verify(signature.unsafeArray());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
