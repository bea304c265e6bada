// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

/** A question of somebody on this node, numbered by the node. */
public record RequestId(long number) {}
