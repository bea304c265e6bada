// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** "We admit this school to this circle", in the sponsor's CONTROL log. */
public record Sponsorship(CircleId circle, SchoolId school) {}
