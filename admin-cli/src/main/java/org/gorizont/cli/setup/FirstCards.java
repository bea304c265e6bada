// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.setup;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Cards;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.codec.Reading;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.SchoolCard;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft;

/**
 * What a school says of itself at set-up, kept in {@code first-cards} of the data directory until its node first runs and
 * publishes it, and then gone. One line a card: kind and body in hexadecimal digits.
 */
public final class FirstCards {
    private static final String FILE = "first-cards";

    private FirstCards() {}

    public static void write(Path data, List<Card> cards) {
        List<String> lines = cards.stream()
                .map(card -> card.kind().type() + " " + RecordCodec.encode(card).hex())
                .toList();
        try {
            OwnerOnly.folder(data);
            Files.write(data.resolve(FILE), lines);
        } catch (IOException e) {
            throw Failure.of("cannot-write", data.resolve(FILE), String.valueOf(e.getMessage()));
        }
    }

    /** Publishes those that the school has not published yet; false when there was nothing to do. */
    public static boolean publish(Path data, AdminClient node) {
        List<Card> cards = read(data.resolve(FILE));
        if (cards.isEmpty()) {
            return false;
        }
        Set<ByteString> published = new HashSet<>();
        node.ownRecords(record -> published.add(record.getRecord()));
        List<RecordDraft> drafts = cards.stream()
                .map(card -> Cards.draft(recordOf(card), card, RecordDraft.Verb.VERB_PUT))
                .filter(draft -> !published.contains(draft.getRecord()))
                .toList();
        if (!drafts.isEmpty()) {
            node.publish(drafts, ByteString.EMPTY);
        }
        forget(data.resolve(FILE));
        return !drafts.isEmpty();
    }

    /** What is published is the node's from now on: here it would outlive its erasing. */
    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw Failure.of("cannot-write", file, String.valueOf(e.getMessage()));
        }
    }

    private static List<Card> read(Path file) {
        List<Card> cards = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            try {
                for (String line : Files.readAllLines(file)) {
                    cards.add(card(file, line));
                }
            } catch (IOException e) {
                throw Failure.of("cannot-read", file, String.valueOf(e.getMessage()));
            }
        }
        return cards;
    }

    private static Card card(Path file, String line) {
        String[] parts = line.split(" ", 2);
        try {
            Kind kind = new Kind(parts[0], 1, 0);
            if (parts.length == 2
                    && RecordCodec.decode(kind, Bytes.ofHex(parts[1])) instanceof Reading.Read(Card card)) {
                return card;
            }
        } catch (IllegalArgumentException _) {
            // Falls through to the one message for every way in which the line is damaged.
        }
        throw Failure.of("cannot-read", file, parts[0]);
    }

    static RecordId recordOf(Card card) {
        return switch (card) {
            case SchoolCard _ -> Kinds.SCHOOL_RECORD;
            case CentreCard _ -> Kinds.CENTRE_RECORD;
            default -> throw new IllegalArgumentException("no first card: " + card.kind());
        };
    }
}
