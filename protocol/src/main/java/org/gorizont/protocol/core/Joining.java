// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import org.gorizont.protocol.model.Invitation;

/** A join that has begun and is not finished; survives a restart. LOCAL. */
public record Joining(Invitation invitation) {}
