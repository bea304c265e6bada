// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.util.List;
import java.util.function.Supplier;
import org.gorizont.node.runtime.StoreHealth;

/**
 * What programs that watch over the node are told, and what every page says of the disk.
 *
 * @param store never waits
 * @param metrics in Prometheus' text form
 * @param hindrances why the node cannot do its work, in codes; empty if it can
 */
public record Vitals(Supplier<StoreHealth> store, Supplier<String> metrics, Supplier<List<String>> hindrances) {}
