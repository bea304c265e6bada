// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.frame.CircleGreeting;
import org.gorizont.protocol.frame.Goodbye;
import org.gorizont.protocol.frame.Hello;
import org.gorizont.protocol.frame.Identities;
import org.gorizont.protocol.frame.IdentityRequest;
import org.gorizont.protocol.frame.InvitationProof;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.LineageStatement;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.wire.v1.ExchangeWire;

/** Frames by which two nodes come to know each other, and part. */
final class GreetingForms {
    private GreetingForms() {}

    static ExchangeWire.Hello toWire(Hello hello) {
        var wire = ExchangeWire.Hello.newBuilder()
                .setVersion(hello.version())
                .setOldestVersion(hello.oldestVersion())
                .setSoftware(hello.software())
                .addAllCapabilities(hello.capabilities())
                .setChain(ChainForm.toWire(hello.chain()))
                .addAllYourHeads(ToWire.heads(hello.yourHeads()))
                .setStoreEpoch(ToWire.bytes(hello.storeEpoch()));
        hello.circles()
                .forEach(greeting -> wire.addCircles(ExchangeWire.CircleGreeting.newBuilder()
                        .setCircle(ToWire.hash(greeting.circle().hash()))
                        .setRuleVersion(greeting.ruleVersion())));
        hello.lineage().ifPresent(lineage -> wire.setLineage(ToWire.signed(lineage)));
        hello.address().ifPresent(address -> wire.setAddress(ToWire.signed(address)));
        hello.invitation()
                .ifPresent(proof -> wire.setInvitation(ExchangeWire.InvitationProof.newBuilder()
                        .setCircle(ToWire.hash(proof.circle().hash()))
                        .setMac(ToWire.hash(proof.mac()))));
        return wire.build();
    }

    static Hello read(ExchangeWire.Hello hello) throws Malformed {
        String software = FromWire.text("hello.software", hello.getSoftware(), Limits.TEXT_IN_FRAME);
        List<String> capabilities = FromWire.texts("hello.capabilities", hello.getCapabilitiesList());
        IdentityClaim chain = ChainForm.read(hello.getChain());
        List<CircleGreeting> circles = FromWire.list(hello.getCirclesList(), GreetingForms::read);
        List<SignedHead> yourHeads = FromWire.list(hello.getYourHeadsList(), HeadForm::signed);
        Optional<Signed<LineageStatement>> lineage = FromWire.optional(
                hello.hasLineage(), hello.getLineage(), s -> FromWire.signed("lineage", s, LineageForm::read));
        Optional<InvitationProof> invitation =
                FromWire.optional(hello.hasInvitation(), hello.getInvitation(), GreetingForms::read);
        Optional<Signed<AddressRecord>> address = FromWire.optional(
                hello.hasAddress(), hello.getAddress(), s -> FromWire.signed("address", s, AddressForm::read));
        Bytes storeEpoch = FromWire.bytes("hello.store_epoch", hello.getStoreEpoch(), Hello.STORE_EPOCH_SIZE);
        return new Hello(
                hello.getVersion(),
                hello.getOldestVersion(),
                software,
                capabilities,
                chain,
                circles,
                yourHeads,
                lineage,
                invitation,
                address,
                storeEpoch);
    }

    private static CircleGreeting read(ExchangeWire.CircleGreeting greeting) throws Malformed {
        return new CircleGreeting(FromWire.circle(greeting.getCircle()), greeting.getRuleVersion());
    }

    private static InvitationProof read(ExchangeWire.InvitationProof proof) throws Malformed {
        CircleId circle = FromWire.circle(proof.getCircle());
        Hash mac = FromWire.hash("hello.invitation.mac", proof.getMac());
        return new InvitationProof(circle, mac);
    }

    static ExchangeWire.Goodbye toWire(Goodbye goodbye) {
        return ExchangeWire.Goodbye.newBuilder()
                .setReason(goodbye.reason().map(Reason::number).orElse(0))
                .setText(goodbye.text())
                .build();
    }

    static Goodbye read(ExchangeWire.Goodbye goodbye) throws Malformed {
        String text = FromWire.text("goodbye.text", goodbye.getText(), Limits.TEXT_IN_FRAME);
        return new Goodbye(Reason.of(goodbye.getReason()), text);
    }

    static ExchangeWire.IdentityRequest toWire(IdentityRequest request) {
        var wire = ExchangeWire.IdentityRequest.newBuilder();
        request.schools().forEach(school -> wire.addSchools(ToWire.hash(school.hash())));
        return wire.build();
    }

    static IdentityRequest read(ExchangeWire.IdentityRequest request) throws Malformed {
        return new IdentityRequest(
                FromWire.list(request.getSchoolsList(), bytes -> FromWire.school("identity_request.schools", bytes)));
    }

    static ExchangeWire.Identities toWire(Identities identities) {
        return ExchangeWire.Identities.newBuilder()
                .addAllChains(
                        identities.chains().stream().map(ChainForm::toWire).toList())
                .build();
    }

    static Identities read(ExchangeWire.Identities identities) throws Malformed {
        return new Identities(FromWire.list(identities.getChainsList(), ChainForm::read));
    }
}
