// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.checkers;

/** A run has shown that something which must be true is not. The message begins with the promise. */
public final class BrokenPromise extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenPromise(String promise, String what) {
        super(promise + ": " + what);
    }
}
