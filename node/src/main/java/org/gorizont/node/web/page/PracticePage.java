// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.node.readmodel.Listed;
import org.gorizont.node.vocabulary.Field;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.PracticeFile;

/** A practice: what it is for, how it goes, what it takes. */
public record PracticePage(Frame frame, Listed<PracticeCard> practice, Band band) {
    private static final int KIB = 1024;

    public List<Facts.Fact> facts() {
        return practice.card().map(card -> Facts.of(frame.words(), card)).orElse(List.of());
    }

    /** The long texts that are there, each under its name; several paragraphs are separated by line breaks. */
    public List<Facts.Fact> texts() {
        List<Facts.Fact> texts = new ArrayList<>();
        practice.card().ifPresent(card -> {
            texts.add(new Facts.Fact(frame.say("practice.problem"), card.problem()));
            texts.add(new Facts.Fact(frame.say("practice.aim"), card.aim()));
            texts.add(new Facts.Fact(frame.say("practice.steps"), card.steps()));
            texts.add(new Facts.Fact(frame.say("practice.results"), card.results()));
        });
        texts.removeIf(text -> text.value().isBlank());
        return texts;
    }

    public List<String> equipment() {
        return practice.card().map(PracticeCard::equipment).orElse(List.of());
    }

    public String equipmentName(String code) {
        return frame.words().capital(frame.words().name(Field.RESOURCE_KINDS, code));
    }

    /** A search for resources of this kind. */
    public String whoHas(String code) {
        return Links.search(frame.words().name(Field.RESOURCE_KINDS, code), Kinds.RESOURCE.type(), 0);
    }

    public List<PracticeFile> files() {
        return practice.card().map(PracticeCard::files).orElse(List.of());
    }

    public String size(PracticeFile file) {
        return Math.ceilDiv(file.sizeBytes(), KIB) + " KiB";
    }
}
