// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.frame.Addresses;
import org.gorizont.protocol.frame.Answer;
import org.gorizont.protocol.frame.AuthorCard;
import org.gorizont.protocol.frame.Bodies;
import org.gorizont.protocol.frame.CardRequest;
import org.gorizont.protocol.frame.Charters;
import org.gorizont.protocol.frame.Chunk;
import org.gorizont.protocol.frame.ChunkRequest;
import org.gorizont.protocol.frame.CursorPage;
import org.gorizont.protocol.frame.CursorRequest;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.ForkAlert;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Goodbye;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.frame.Hello;
import org.gorizont.protocol.frame.Identities;
import org.gorizont.protocol.frame.IdentityRequest;
import org.gorizont.protocol.frame.ItemRequest;
import org.gorizont.protocol.frame.ItemVector;
import org.gorizont.protocol.frame.Lineages;
import org.gorizont.protocol.frame.Proof;
import org.gorizont.protocol.frame.ProofRequest;
import org.gorizont.protocol.frame.Query;
import org.gorizont.protocol.frame.Receipts;
import org.gorizont.protocol.frame.SymbolRequest;
import org.gorizont.protocol.frame.Symbols;
import org.gorizont.protocol.frame.Unknown;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.wire.v1.ExchangeWire;

/** Frames, as they travel on streams and in bundles. Formats: docs/protocol.md, "Frames". */
public final class FrameCodec {
    private FrameCodec() {}

    /**
     * The bytes of a frame. Whether they are at most {@link Limits#FRAME_BYTES} is for whoever made the frame.
     *
     * @throws IllegalArgumentException if the frame is {@link Unknown}: nobody says what he does not know
     */
    public static byte[] encode(Frame frame) {
        return toWire(frame).build().toByteArray();
    }

    /** Reads one frame; a frame of a type that this version does not know is {@link Unknown}. */
    public static Frame decode(byte[] bytes) throws Malformed {
        // Empty bytes are a Frame message to protobuf, and say nothing.
        FromWire.that(bytes.length > 0, "the frame is empty");
        var wire = FromWire.parse(
                Bytes.wrap(bytes), Limits.FRAME_BYTES, ExchangeWire.Frame.getDescriptor(), ExchangeWire.Frame.parser());
        return fromWire(wire, bytes.length);
    }

    private static ExchangeWire.Frame.Builder toWire(Frame frame) {
        var wire = ExchangeWire.Frame.newBuilder();
        return switch (frame) {
            case Hello f -> wire.setHello(GreetingForms.toWire(f));
            case Goodbye f -> wire.setGoodbye(GreetingForms.toWire(f));
            case CursorRequest f -> wire.setCursorRequest(CursorForms.toWire(f));
            case CursorPage f -> wire.setCursorPage(CursorForms.toWire(f));
            case SymbolRequest f -> wire.setSymbolRequest(SymbolForms.toWire(f));
            case Symbols f -> wire.setSymbols(SymbolForms.toWire(f));
            case ItemRequest f -> wire.setItemRequest(SymbolForms.toWire(f));
            case ItemVector f -> wire.setItemVector(SymbolForms.toWire(f));
            case HeadNotice f -> wire.setHeadNotice(EntryForms.toWire(f));
            case Want f -> wire.setWant(EntryForms.toWire(f));
            case Entries f -> wire.setEntries(EntryForms.toWire(f));
            case Bodies f -> wire.setBodies(EntryForms.toWire(f));
            case ProofRequest f -> wire.setProofRequest(StatementForms.toWire(f));
            case Proof f -> wire.setProof(StatementForms.toWire(f));
            case IdentityRequest f -> wire.setIdentityRequest(GreetingForms.toWire(f));
            case Identities f -> wire.setIdentities(GreetingForms.toWire(f));
            case Charters f -> wire.setCharters(StatementForms.toWire(f));
            case Receipts f -> wire.setReceipts(StatementForms.toWire(f));
            case ForkAlert f -> wire.setForkAlert(StatementForms.toWire(f));
            case Addresses f -> wire.setAddresses(StatementForms.toWire(f));
            case Query f -> wire.setQuery(SearchForms.toWire(f));
            case Answer f -> wire.setAnswer(SearchForms.toWire(f));
            case ChunkRequest f -> wire.setChunkRequest(SearchForms.toWire(f));
            case Chunk f -> wire.setChunk(SearchForms.toWire(f));
            case CardRequest f -> wire.setCardRequest(SearchForms.toWire(f));
            case AuthorCard f -> wire.setAuthorCard(SearchForms.toWire(f));
            case Lineages f -> wire.setLineages(StatementForms.toWire(f));
            case Unknown f -> throw new IllegalArgumentException("an unknown frame of " + f.sizeBytes() + " bytes");
        };
    }

    private static Frame fromWire(ExchangeWire.Frame wire, int sizeBytes) throws Malformed {
        return switch (wire.getKindCase()) {
            case HELLO -> GreetingForms.read(wire.getHello());
            case GOODBYE -> GreetingForms.read(wire.getGoodbye());
            case CURSOR_REQUEST -> CursorForms.read(wire.getCursorRequest());
            case CURSOR_PAGE -> CursorForms.read(wire.getCursorPage());
            case SYMBOL_REQUEST -> SymbolForms.read(wire.getSymbolRequest());
            case SYMBOLS -> SymbolForms.read(wire.getSymbols());
            case ITEM_REQUEST -> SymbolForms.read(wire.getItemRequest());
            case ITEM_VECTOR -> SymbolForms.read(wire.getItemVector());
            case HEAD_NOTICE -> EntryForms.read(wire.getHeadNotice());
            case WANT -> EntryForms.read(wire.getWant());
            case ENTRIES -> EntryForms.read(wire.getEntries());
            case BODIES -> EntryForms.read(wire.getBodies());
            case PROOF_REQUEST -> StatementForms.read(wire.getProofRequest());
            case PROOF -> StatementForms.read(wire.getProof());
            case IDENTITY_REQUEST -> GreetingForms.read(wire.getIdentityRequest());
            case IDENTITIES -> GreetingForms.read(wire.getIdentities());
            case CHARTERS -> StatementForms.read(wire.getCharters());
            case RECEIPTS -> StatementForms.read(wire.getReceipts());
            case FORK_ALERT -> StatementForms.read(wire.getForkAlert());
            case ADDRESSES -> StatementForms.read(wire.getAddresses());
            case QUERY -> SearchForms.read(wire.getQuery());
            case ANSWER -> SearchForms.read(wire.getAnswer());
            case CHUNK_REQUEST -> SearchForms.read(wire.getChunkRequest());
            case CHUNK -> SearchForms.read(wire.getChunk());
            case CARD_REQUEST -> SearchForms.read(wire.getCardRequest());
            case AUTHOR_CARD -> SearchForms.read(wire.getAuthorCard());
            case LINEAGES -> StatementForms.read(wire.getLineages());
            case KIND_NOT_SET -> new Unknown(sizeBytes);
        };
    }
}
