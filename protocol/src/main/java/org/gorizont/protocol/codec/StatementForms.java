// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.util.List;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.frame.Addresses;
import org.gorizont.protocol.frame.Charters;
import org.gorizont.protocol.frame.ForkAlert;
import org.gorizont.protocol.frame.Lineages;
import org.gorizont.protocol.frame.Proof;
import org.gorizont.protocol.frame.ProofRequest;
import org.gorizont.protocol.frame.Receipts;
import org.gorizont.protocol.merkle.Inclusion;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.wire.v1.ExchangeWire;

/** Frames that carry proofs, and statements that stand for themselves. */
final class StatementForms {
    private StatementForms() {}

    static ExchangeWire.ProofRequest toWire(ProofRequest request) {
        var wire = ExchangeWire.ProofRequest.newBuilder().setLog(ToWire.log(request.log()));
        return switch (request) {
            case ProofRequest.OfConsistency of ->
                wire.setOldSize(of.oldSize()).setSize(of.size()).build();
            case ProofRequest.OfInclusion of ->
                wire.setSeq(of.seq()).setSize(of.size()).setInclusion(true).build();
        };
    }

    static ProofRequest read(ExchangeWire.ProofRequest request) throws Malformed {
        LogId log = FromWire.log(request.getLog());
        return request.getInclusion()
                ? new ProofRequest.OfInclusion(log, request.getSeq(), request.getSize())
                : new ProofRequest.OfConsistency(log, request.getOldSize(), request.getSize());
    }

    static ExchangeWire.Proof toWire(Proof proof) {
        var wire = ExchangeWire.Proof.newBuilder().setLog(ToWire.log(proof.log()));
        return switch (proof) {
            case Proof.OfConsistency of ->
                wire.setConsistency(ProofForm.toWire(of.consistency())).build();
            case Proof.OfInclusion of ->
                wire.setInclusion(ProofForm.toWire(of.inclusion()))
                        .setLeaf(ToWire.hash(of.leaf()))
                        .build();
        };
    }

    static Proof read(ExchangeWire.Proof proof) throws Malformed {
        LogId log = FromWire.log(proof.getLog());
        FromWire.that(proof.hasConsistency() != proof.hasInclusion(), "proof has none or two of its forms");
        if (proof.hasConsistency()) {
            return new Proof.OfConsistency(log, ProofForm.read(proof.getConsistency()));
        }
        Inclusion inclusion = ProofForm.read(proof.getInclusion());
        Hash leaf = FromWire.hash("proof.leaf", proof.getLeaf());
        return new Proof.OfInclusion(log, inclusion, leaf);
    }

    static ExchangeWire.Charters toWire(Charters charters) {
        return ExchangeWire.Charters.newBuilder()
                .addAllCharters(charters.charters().stream().map(ToWire::bytes).toList())
                .setMissingSponsors(charters.missingSponsors())
                .build();
    }

    static Charters read(ExchangeWire.Charters charters) throws Malformed {
        List<Bytes> list = FromWire.list(charters.getChartersList(), FromWire::bytes);
        FromWire.that(
                list.stream().allMatch(charter -> charter.size() <= Limits.STATEMENT_BYTES), "a charter is too long");
        return FromWire.make("charters", () -> new Charters(list, charters.getMissingSponsors()));
    }

    static ExchangeWire.Receipts toWire(Receipts receipts) {
        return ExchangeWire.Receipts.newBuilder()
                .addAllReceipts(ToWire.signeds(receipts.receipts()))
                .build();
    }

    static Receipts read(ExchangeWire.Receipts receipts) throws Malformed {
        return new Receipts(FromWire.list(
                receipts.getReceiptsList(), signed -> FromWire.signed("receipt", signed, ReceiptForm::read)));
    }

    static ExchangeWire.ForkAlert toWire(ForkAlert alert) {
        return ExchangeWire.ForkAlert.newBuilder()
                .setProof(ProofForm.toWire(alert.proof()))
                .build();
    }

    static ForkAlert read(ExchangeWire.ForkAlert alert) throws Malformed {
        return new ForkAlert(ProofForm.read(alert.getProof()));
    }

    static ExchangeWire.Lineages toWire(Lineages lineages) {
        return ExchangeWire.Lineages.newBuilder()
                .addAllStatements(ToWire.signeds(lineages.statements()))
                .build();
    }

    static Lineages read(ExchangeWire.Lineages lineages) throws Malformed {
        return new Lineages(FromWire.list(
                lineages.getStatementsList(), signed -> FromWire.signed("lineage", signed, LineageForm::read)));
    }

    static ExchangeWire.Addresses toWire(Addresses addresses) {
        return ExchangeWire.Addresses.newBuilder()
                .addAllRecords(ToWire.signeds(addresses.records()))
                .build();
    }

    static Addresses read(ExchangeWire.Addresses addresses) throws Malformed {
        return new Addresses(FromWire.list(
                addresses.getRecordsList(), signed -> FromWire.signed("address", signed, AddressForm::read)));
    }
}
