// SPDX-License-Identifier: Apache-2.0
/**
 * Nine schools on one computer: the story of the network, told with real processes.
 */
@NullMarked
package org.gorizont.cli.demo;

import org.jspecify.annotations.NullMarked;
