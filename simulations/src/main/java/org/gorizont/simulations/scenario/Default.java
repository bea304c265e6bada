// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.scenario;

/** A value that the scenario does not give, by its path. */
public record Default(String path, String value) {}
