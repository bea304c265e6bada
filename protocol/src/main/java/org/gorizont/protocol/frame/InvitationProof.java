// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;

/** Shows knowledge of an invitation's secret over both TLS keys, without showing the secret. */
public record InvitationProof(CircleId circle, Hash mac) {}
