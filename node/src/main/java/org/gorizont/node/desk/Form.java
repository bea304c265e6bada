// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.UnfitField;

/** The form of a kind of records: its fields, and the way from what is typed to a card and back. */
public abstract sealed class Form permits PracticeForm, ResourceForm, SchoolForm, CentreForm, AvailabilityForm {
    /** Fields under headings. */
    public abstract List<Group> groups();

    public final List<FormField> fields() {
        return groups().stream().flatMap(group -> group.fields().stream()).toList();
    }

    /** What a new draft begins with. */
    public Map<String, String> blank() {
        return Map.of();
    }

    /** What is typed for a card; the other way round {@link #filled} gives the same card. */
    public abstract Map<String, String> typed(Card card);

    /**
     * The card, or why there is none.
     *
     * @param base what the form does not show is as it is there
     */
    public final Filling filled(Map<String, String> fields, Optional<Card> base) {
        List<FieldProblem> problems = problems(fields, base);
        if (problems.isEmpty()) {
            try {
                return new Filling.Fit(card(new Typed(fields), base));
            } catch (UnfitField e) {
                problems.add(FieldProblem.of(e));
            } catch (Unreadable e) {
                problems.add(e.problem());
            }
        }
        return new Filling.Unfit(problems);
    }

    /** Fields that the least card needs. */
    abstract Map<String, String> least();

    abstract Card card(Typed typed, Optional<Card> base) throws Unreadable;

    /** Fields that are judged together with {@code field}. */
    List<String> companions(String field) {
        return List.of();
    }

    /** A card tells of its first unfit field only; so each field is judged in a card where the others are fit. */
    private List<FieldProblem> problems(Map<String, String> fields, Optional<Card> base) {
        List<FieldProblem> problems = new ArrayList<>();
        for (FormField field : fields()) {
            Map<String, String> alone = new LinkedHashMap<>(least());
            companions(field.name()).forEach(other -> alone.put(other, fields.getOrDefault(other, "")));
            alone.put(field.name(), fields.getOrDefault(field.name(), ""));
            try {
                card(new Typed(alone), base);
            } catch (UnfitField e) {
                add(problems, FieldProblem.of(e), field);
            } catch (Unreadable e) {
                add(problems, e.problem(), field);
            }
        }
        return problems;
    }

    private static void add(List<FieldProblem> problems, FieldProblem problem, FormField judged) {
        if (problem.field().equals(judged.name())) {
            problems.add(problem);
        }
    }

    /** Fields under one heading; {@code code} is part of the key of its words. */
    public record Group(String code, List<FormField> fields) {
        public Group {
            fields = List.copyOf(fields);
        }
    }

    /** What a form yields. */
    public sealed interface Filling {
        record Fit(Card card) implements Filling {}

        /** At least one problem, in the order of the fields. */
        record Unfit(List<FieldProblem> problems) implements Filling {
            public Unfit {
                problems = List.copyOf(problems);
            }
        }
    }
}
