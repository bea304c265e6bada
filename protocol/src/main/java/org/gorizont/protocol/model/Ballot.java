// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** A school's answer to a proposal; its first one in its log counts. */
public record Ballot(CircleId circle, Hash proposal, boolean yes) {}
