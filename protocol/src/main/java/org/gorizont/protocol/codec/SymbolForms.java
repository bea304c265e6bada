// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import com.google.protobuf.ByteString;
import org.gorizont.protocol.frame.ItemRequest;
import org.gorizont.protocol.frame.ItemVector;
import org.gorizont.protocol.frame.SymbolRequest;
import org.gorizont.protocol.frame.Symbols;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;
import org.gorizont.protocol.wire.v1.ExchangeWire;

/** Frames of finding a difference of sets. */
final class SymbolForms {
    private SymbolForms() {}

    private static Bytes key(ByteString key) throws Malformed {
        return FromWire.bytesOrNone("key", key, SymbolRequest.KEY_SIZE);
    }

    static ExchangeWire.SymbolRequest toWire(SymbolRequest request) {
        return ExchangeWire.SymbolRequest.newBuilder()
                .setCircle(ToWire.hash(request.circle().hash()))
                .setKey(ToWire.bytes(request.key()))
                .setStart(request.start())
                .setCount(request.count())
                .setWhole(request.whole())
                .build();
    }

    static SymbolRequest read(ExchangeWire.SymbolRequest request) throws Malformed {
        CircleId circle = FromWire.circle(request.getCircle());
        return new SymbolRequest(
                circle, key(request.getKey()), request.getStart(), request.getCount(), request.getWhole());
    }

    static ExchangeWire.Symbols toWire(Symbols symbols) {
        return ExchangeWire.Symbols.newBuilder()
                .setCircle(ToWire.hash(symbols.circle().hash()))
                .setKey(ToWire.bytes(symbols.key()))
                .setStart(symbols.start())
                .setSetSize(symbols.setSize())
                .setStoreEpoch(ToWire.bytes(symbols.cursor().storeEpoch()))
                .setArrival(symbols.cursor().arrival())
                .setPacked(ToWire.bytes(symbols.packed()))
                .build();
    }

    static Symbols read(ExchangeWire.Symbols symbols) throws Malformed {
        CircleId circle = FromWire.circle(symbols.getCircle());
        Cursor cursor = CursorForms.cursor(symbols.getStoreEpoch(), symbols.getArrival());
        Bytes packed = FromWire.bytes(symbols.getPacked());
        return new Symbols(circle, key(symbols.getKey()), symbols.getStart(), symbols.getSetSize(), cursor, packed);
    }

    static ExchangeWire.ItemRequest toWire(ItemRequest request) {
        return ExchangeWire.ItemRequest.newBuilder()
                .setCircle(ToWire.hash(request.circle().hash()))
                .setKey(ToWire.bytes(request.key()))
                .addAllItems(request.items())
                .build();
    }

    static ItemRequest read(ExchangeWire.ItemRequest request) throws Malformed {
        CircleId circle = FromWire.circle(request.getCircle());
        return new ItemRequest(circle, key(request.getKey()), request.getItemsList());
    }

    static ExchangeWire.ItemVector toWire(ItemVector vector) {
        return ExchangeWire.ItemVector.newBuilder()
                .setCircle(ToWire.hash(vector.circle().hash()))
                .setKey(ToWire.bytes(vector.key()))
                .setStoreEpoch(ToWire.bytes(vector.cursor().storeEpoch()))
                .setArrival(vector.cursor().arrival())
                .setLast(vector.last())
                .addAllItems(vector.items())
                .build();
    }

    static ItemVector read(ExchangeWire.ItemVector vector) throws Malformed {
        CircleId circle = FromWire.circle(vector.getCircle());
        Cursor cursor = CursorForms.cursor(vector.getStoreEpoch(), vector.getArrival());
        return new ItemVector(circle, key(vector.getKey()), cursor, vector.getLast(), vector.getItemsList());
    }
}
