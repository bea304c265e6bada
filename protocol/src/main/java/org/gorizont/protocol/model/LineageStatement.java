// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** Which start of the program signs now; the token is 16 bytes, renewed at each start. */
public record LineageStatement(SchoolId school, int epoch, long startCounter, Bytes token) {
    public static final int TOKEN_SIZE = 16;

    public LineageStatement {
        Checks.notNegative("epoch", epoch);
        Checks.notNegative("start counter", startCounter);
        Checks.size("lineage token", token, TOKEN_SIZE);
    }
}
