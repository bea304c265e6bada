// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/**
 * A statement with the exact bytes that were signed. An instance says nothing about whether the signature is right.
 *
 * @param <T> what the bytes say
 */
public record Signed<T>(T value, Bytes exact, Signature signature) {}
