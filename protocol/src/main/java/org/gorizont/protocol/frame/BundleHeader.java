// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.SchoolId;

/** First message of a bundle file; frames follow. */
public record BundleHeader(SchoolId from, CircleId circle, int part, int parts) {}
