// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** Whether a superseded body may be dropped. */
public enum Retention {
    /** Only the newest body of the record matters. */
    LATEST,
    /** Every body stays: decisions, agreements, admissions. */
    HISTORY
}
