// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

/**
 * How others may use a resource. Texts may be empty.
 *
 * @param mode code of the vocabulary {@code lending-modes}: on-site, lent-out, remote
 * @param whoMay code of {@code access-rules}: circle, agreement, ask
 * @param leadDays days that a request must come ahead
 * @param needs the teacher or training that it takes
 */
public record LendingTerms(String mode, String whoMay, int leadDays, String needs, String safety) {
    private static final int MAX_LEAD_DAYS = 3_650;

    public LendingTerms {
        Fields.code("mode", mode);
        Fields.code("whoMay", whoMay);
        Fields.range("leadDays", leadDays, 0, MAX_LEAD_DAYS);
        Texts.optional("needs", needs, TextLimit.DESCRIPTION);
        Texts.optional("safety", safety, TextLimit.DESCRIPTION);
    }
}
