// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

/** A question that makes no sense; the message says which field. Answered with INVALID_ARGUMENT. */
final class BadRequest extends Exception {
    private static final long serialVersionUID = 1L;

    BadRequest(String what) {
        super(what);
    }
}
