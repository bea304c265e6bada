// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import org.gorizont.protocol.model.CircleId;

/** A circle that the sender belongs to, and the newest rule version that it knows. */
public record CircleGreeting(CircleId circle, int ruleVersion) {}
