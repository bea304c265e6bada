// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;

/** "What arrived in this circle since we last spoke?" */
public record CursorRequest(CircleId circle, Cursor cursor) implements Frame {}
