// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import org.gorizont.protocol.model.Bytes;

/** What a side says to a relay before TLS begins; not a frame of the stream. */
public record RelayPreamble(Bytes token, boolean waiting) {}
