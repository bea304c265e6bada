// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

import java.util.List;
import java.util.Optional;

/**
 * A teaching practice. Lists of codes and texts may be empty, except the title.
 *
 * @param subjects codes of the vocabulary {@code subjects}
 * @param direction code of {@code directions}
 * @param stage code of {@code practice-stages}
 * @param form code of {@code practice-forms}
 * @param equipment codes of {@code resource-kinds}
 * @param durationMinutes 0 when not stated
 * @param steps Markdown
 * @param difficulties what it helps with
 */
public record PracticeCard(
        String title,
        String problem,
        String aim,
        List<String> subjects,
        Optional<GradeBand> grades,
        String direction,
        String stage,
        String form,
        List<String> equipment,
        int durationMinutes,
        String steps,
        String results,
        List<String> difficulties,
        List<PracticeFile> files,
        Sources sources,
        boolean sample)
        implements Card {
    public static final int MAX_FILES = 64;
    private static final int MAX_DURATION_MINUTES = 100_000;

    public PracticeCard {
        Texts.required("title", title, TextLimit.LINE);
        Texts.optional("problem", problem, TextLimit.DESCRIPTION);
        Texts.optional("aim", aim, TextLimit.DESCRIPTION);
        subjects = Fields.codes("subjects", subjects);
        Fields.code("direction", direction);
        Fields.code("stage", stage);
        Fields.code("form", form);
        equipment = Fields.codes("equipment", equipment);
        Fields.range("durationMinutes", durationMinutes, 0, MAX_DURATION_MINUTES);
        Texts.optional("steps", steps, TextLimit.ARTICLE);
        Texts.optional("results", results, TextLimit.DESCRIPTION);
        difficulties = Fields.codes("difficulties", difficulties);
        files = Fields.atMost("files", files, MAX_FILES);
    }
}
