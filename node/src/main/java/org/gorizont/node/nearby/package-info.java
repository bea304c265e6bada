// SPDX-License-Identifier: Apache-2.0
/**
 * Schools of one building find each other without typed addresses: multicast DNS (RFC 6762, 6763) on the private networks of
 * this computer.
 *
 * <p>Owns what is announced (the school's id and the port, nothing else) and what of an answer is believed: that somebody
 * may be asked at an address of this network. Does not own who that is: the key of the connection says it.
 */
@NullMarked
package org.gorizont.node.nearby;

import org.jspecify.annotations.NullMarked;
