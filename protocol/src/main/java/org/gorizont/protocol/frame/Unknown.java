// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

/** A frame type that this version does not know; ignored and counted. */
public record Unknown(int sizeBytes) implements Frame {}
