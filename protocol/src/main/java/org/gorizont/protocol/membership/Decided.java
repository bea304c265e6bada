// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Proposal;

/**
 * A proposal that enough schools of its electorate have said yes to.
 *
 * @param id hash of the proposal
 * @param yes how many of {@code of} schools
 */
public record Decided(Hash id, Proposal proposal, int yes, int of) {}
