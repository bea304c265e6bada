// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

import org.gorizont.protocol.domain.UnfitField.Problem;
import org.gorizont.protocol.model.Hash;

/** A file that belongs to a practice, by its content; where it can be had is not said here. */
public record PracticeFile(Hash hash, long sizeBytes, String name, String licence) {
    public PracticeFile {
        if (sizeBytes < 0) {
            throw new UnfitField("size", Problem.OUT_OF_RANGE, 0);
        }
        Texts.required("name", name, TextLimit.LINE);
        Texts.optional("licence", licence, TextLimit.LINE);
    }
}
