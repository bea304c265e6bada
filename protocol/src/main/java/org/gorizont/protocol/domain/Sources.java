// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

/**
 * Where a practice comes from and how others may use it. Each may be empty.
 *
 * @param basedOn the practice that this one adapts
 * @param outside a source outside the network
 */
public record Sources(String licence, String basedOn, String outside) {
    public static final Sources NONE = new Sources("", "", "");

    public Sources {
        Texts.optional("licence", licence, TextLimit.LINE);
        Texts.optional("basedOn", basedOn, TextLimit.LINE);
        Texts.optional("outsideSource", outside, TextLimit.LINE);
    }
}
