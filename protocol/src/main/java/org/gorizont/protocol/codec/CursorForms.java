// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import com.google.protobuf.ByteString;
import java.util.List;
import org.gorizont.protocol.frame.CursorPage;
import org.gorizont.protocol.frame.CursorRequest;
import org.gorizont.protocol.frame.Hello;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.wire.v1.ExchangeWire;

/** Frames of catching up by cursor. */
final class CursorForms {
    private CursorForms() {}

    static Cursor cursor(ByteString storeEpoch, long arrival) throws Malformed {
        Bytes epoch = FromWire.bytesOrNone("store_epoch", storeEpoch, Hello.STORE_EPOCH_SIZE);
        return FromWire.make("cursor", () -> new Cursor(epoch, arrival));
    }

    static ExchangeWire.CursorRequest toWire(CursorRequest request) {
        return ExchangeWire.CursorRequest.newBuilder()
                .setCircle(ToWire.hash(request.circle().hash()))
                .setStoreEpoch(ToWire.bytes(request.cursor().storeEpoch()))
                .setArrival(request.cursor().arrival())
                .build();
    }

    static CursorRequest read(ExchangeWire.CursorRequest request) throws Malformed {
        CircleId circle = FromWire.circle(request.getCircle());
        return new CursorRequest(circle, cursor(request.getStoreEpoch(), request.getArrival()));
    }

    static ExchangeWire.CursorPage toWire(CursorPage page) {
        return ExchangeWire.CursorPage.newBuilder()
                .setCircle(ToWire.hash(page.circle().hash()))
                .setStoreEpoch(ToWire.bytes(page.cursor().storeEpoch()))
                .setArrival(page.cursor().arrival())
                .setLost(page.lost())
                .setLast(page.last())
                .addAllHeads(ToWire.heads(page.heads()))
                .build();
    }

    static CursorPage read(ExchangeWire.CursorPage page) throws Malformed {
        CircleId circle = FromWire.circle(page.getCircle());
        Cursor cursor = cursor(page.getStoreEpoch(), page.getArrival());
        List<SignedHead> heads = FromWire.list(page.getHeadsList(), HeadForm::signed);
        FromWire.that(!page.getLost() || heads.isEmpty(), "cursor_page has heads for a lost cursor");
        return new CursorPage(circle, cursor, page.getLost(), page.getLast(), heads);
    }
}
