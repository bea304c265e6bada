// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.wire.v1.CircleWire;

/**
 * An invitation as text to copy: {@code GZ1-}, then base64url without padding (RFC 4648 §5) of the Invitation message
 * and four bytes of its hash, tag {@code gorizont/invitation/1}. Whoever has the text can ask to join.
 */
public final class InvitationCode {
    public static final String PREFIX = "GZ1-";

    private static final String TAG = "gorizont/invitation/1";
    private static final int VERSION = 1;
    private static final int CHECKSUM_SIZE = 4;
    private static final int MAX_BYTES = 1024;
    private static final int MAX_CHARACTERS = 4096;

    private InvitationCode() {}

    public static String format(Invitation invitation) {
        Bytes content = ToWire.bytes(CircleWire.Invitation.newBuilder()
                .setVersion(VERSION)
                .setCircle(ToWire.hash(invitation.circle().hash()))
                .setInviter(ToWire.hash(invitation.inviter().hash()))
                .setHost(invitation.address().host())
                .setPort(invitation.address().port())
                .setSecret(ToWire.bytes(invitation.secret()))
                .setRelayToken(ToWire.bytes(invitation.relayToken().orElse(Bytes.empty())))
                .build());
        Bytes whole = content.plus(checksum(content));
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(whole.unsafeArray());
    }

    /** Reads a code as people paste it: white space anywhere, a full stop behind it, the prefix in either case. */
    public static Invitation parse(String text) throws Malformed {
        FromWire.that(text.length() <= MAX_CHARACTERS, "invitation code: too long");
        String code = withoutStops(text.codePoints()
                .filter(c -> !isSpace(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
        FromWire.that(
                code.toUpperCase(Locale.ROOT).startsWith(PREFIX), "invitation code: does not begin with " + PREFIX);
        return read(content(code.substring(PREFIX.length())));
    }

    private static Bytes content(String base64) throws Malformed {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw new Malformed("invitation code: damaged, it has a character that does not belong there");
        }
        FromWire.that(whole.length > CHECKSUM_SIZE, "invitation code: incomplete");
        Bytes bytes = Bytes.wrap(whole);
        Bytes content = bytes.slice(0, bytes.size() - CHECKSUM_SIZE);
        Bytes found = bytes.slice(content.size(), bytes.size());
        FromWire.that(found.equals(checksum(content)), "invitation code: damaged or incomplete, the checksum differs");
        return content;
    }

    private static Invitation read(Bytes content) throws Malformed {
        var wire = FromWire.parse(
                content, MAX_BYTES, CircleWire.Invitation.getDescriptor(), CircleWire.Invitation.parser());
        FromWire.version("invitation code", wire.getVersion());
        CircleId circle = FromWire.circle(wire.getCircle());
        SchoolId inviter = FromWire.school("invitation code: inviter", wire.getInviter());
        Endpoint address =
                FromWire.make("invitation code: address", () -> new Endpoint(wire.getHost(), wire.getPort()));
        Bytes secret = FromWire.bytes("invitation code: secret", wire.getSecret(), Invitation.SECRET_SIZE);
        Optional<Bytes> token = wire.getRelayToken().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        FromWire.bytes("invitation code: relay token", wire.getRelayToken(), RelayEndpoint.TOKEN_SIZE));
        return new Invitation(circle, inviter, address, token, secret);
    }

    private static Bytes checksum(Bytes content) {
        return Hashing.tagged(TAG, content).bytes().slice(0, CHECKSUM_SIZE);
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static String withoutStops(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '.') {
            end--;
        }
        return text.substring(0, end);
    }
}
