// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.util.List;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Leave;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Sponsorship;
import org.gorizont.protocol.wire.v1.CircleWire;

/** Charters, sponsorships and leaves. Formats: docs/protocol.md, "Circles". */
public final class CircleCodec {
    private static final int VERSION = 1;

    private CircleCodec() {}

    /** The bytes whose hash is the circle's identity. */
    public static Bytes charter(Charter charter) {
        var wire = CircleWire.Charter.newBuilder()
                .setVersion(VERSION)
                .setName(charter.name())
                .setSponsors(charter.sponsors())
                .setRemoval(fraction(charter.removal()))
                .setAmendment(fraction(charter.amendment()))
                .setRuleVersion(charter.ruleVersion())
                .setNonce(ToWire.bytes(charter.nonce()));
        charter.founders().forEach(founder -> wire.addFounders(ToWire.hash(founder.hash())));
        return ToWire.bytes(wire.build());
    }

    public static Charter charter(Bytes exact) throws Malformed {
        var wire = FromWire.parse(
                exact, Limits.STATEMENT_BYTES, CircleWire.Charter.getDescriptor(), CircleWire.Charter.parser());
        FromWire.version("charter", wire.getVersion());
        List<SchoolId> founders =
                FromWire.list(wire.getFoundersList(), bytes -> FromWire.school("charter.founders", bytes));
        Fraction removal = fraction("charter.removal", wire.getRemoval());
        Fraction amendment = fraction("charter.amendment", wire.getAmendment());
        Bytes nonce = FromWire.bytes(wire.getNonce());
        return FromWire.make(
                "charter",
                () -> new Charter(
                        wire.getName(),
                        founders,
                        wire.getSponsors(),
                        removal,
                        amendment,
                        wire.getRuleVersion(),
                        nonce));
    }

    public static Bytes sponsorship(Sponsorship sponsorship) {
        return ToWire.bytes(CircleWire.Sponsorship.newBuilder()
                .setCircle(ToWire.hash(sponsorship.circle().hash()))
                .setSchool(ToWire.hash(sponsorship.school().hash()))
                .setTerm(sponsorship.term())
                .build());
    }

    public static Sponsorship sponsorship(Bytes body) throws Malformed {
        var wire = FromWire.parse(
                body, Limits.BODY_BYTES, CircleWire.Sponsorship.getDescriptor(), CircleWire.Sponsorship.parser());
        CircleId circle = FromWire.circle(wire.getCircle());
        SchoolId school = FromWire.school("sponsorship.school", wire.getSchool());
        return FromWire.make("sponsorship", () -> new Sponsorship(circle, school, wire.getTerm()));
    }

    public static Bytes leave(Leave leave) {
        return ToWire.bytes(CircleWire.Leave.newBuilder()
                .setCircle(ToWire.hash(leave.circle().hash()))
                .setTerm(leave.term())
                .build());
    }

    public static Leave leave(Bytes body) throws Malformed {
        var wire = FromWire.parse(body, Limits.BODY_BYTES, CircleWire.Leave.getDescriptor(), CircleWire.Leave.parser());
        CircleId circle = FromWire.circle(wire.getCircle());
        return FromWire.make("leave", () -> new Leave(circle, wire.getTerm()));
    }

    static CircleWire.Fraction fraction(Fraction fraction) {
        return CircleWire.Fraction.newBuilder()
                .setNumerator(fraction.numerator())
                .setDenominator(fraction.denominator())
                .build();
    }

    static Fraction fraction(String what, CircleWire.Fraction fraction) throws Malformed {
        return FromWire.make(what, () -> new Fraction(fraction.getNumerator(), fraction.getDenominator()));
    }
}
