// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import org.gorizont.protocol.bundle.BundleContents;
import org.gorizont.protocol.bundle.BundleWriter;
import org.gorizont.protocol.core.BundlePlan;
import org.gorizont.protocol.core.BundleTarget;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.wire.v1.AdminWire.BundlePiece;
import org.gorizont.protocol.wire.v1.AdminWire.ExportBundleRequest;

/**
 * Writes bundles. The loop only says what may go in; everything is then read from the disk, piece by piece, beside the loop:
 * what is held up to a head never changes.
 */
final class BundleExport {
    private final AdminParts parts;

    BundleExport(AdminParts parts) {
        this.parts = parts;
    }

    void export(ExportBundleRequest request, PacedCaller<BundlePiece> caller) throws BadRequest, InterruptedException {
        BundleTarget target = target(request);
        switch (Calls.ask(parts.loop(), id -> new Input.BundleAsked(id, target))) {
            case Outcome.BundlePlanned(BundlePlan plan) -> write(plan, caller);
            case Outcome.Refused(var refusal, var detail) ->
                caller.send(BundlePiece.newBuilder()
                        .setRefused(Forms.refused(refusal, detail))
                        .build());
            case Outcome other -> throw Forms.unexpected(other);
        }
        caller.complete();
    }

    private static BundleTarget target(ExportBundleRequest request) throws BadRequest {
        if (request.getSchool().isEmpty() == request.getCircle().isEmpty()) {
            throw new BadRequest("a bundle is for a school or for a circle");
        }
        return request.getCircle().isEmpty()
                ? new BundleTarget.School(Forms.school(request.getSchool()), request.getWhole())
                : new BundleTarget.Circle(Forms.circle(request.getCircle()));
    }

    private void write(BundlePlan plan, PacedCaller<BundlePiece> caller) throws InterruptedException {
        BundleContents contents = new BundleContents(plan, parts.disk());
        BundleWriter writer = new BundleWriter(contents.header(), contents);
        boolean heard = true;
        while (heard && writer.hasNext()) {
            BundleWriter.Piece piece = writer.next();
            heard = caller.send(BundlePiece.newBuilder()
                    .setPart(piece.part())
                    .setContent(Forms.of(piece.bytes()))
                    .setEntries(piece.entries())
                    .setPlanned(plan.entries())
                    .build());
        }
    }
}
