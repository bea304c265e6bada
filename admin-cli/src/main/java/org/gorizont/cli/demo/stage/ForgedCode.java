// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.stage;

import java.security.SecureRandom;
import org.gorizont.protocol.codec.InvitationCode;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Invitation;

/** An invitation whose secret nobody gave: circle, school and address in it are real. */
public final class ForgedCode {
    private ForgedCode() {}

    public static String like(String code) {
        byte[] secret = new byte[Invitation.SECRET_SIZE];
        new SecureRandom().nextBytes(secret);
        try {
            Invitation real = InvitationCode.parse(code);
            return InvitationCode.format(
                    new Invitation(real.circle(), real.inviter(), real.address(), Bytes.wrap(secret)));
        } catch (Malformed e) {
            throw new IllegalStateException("a node made a code that cannot be read", e);
        }
    }
}
