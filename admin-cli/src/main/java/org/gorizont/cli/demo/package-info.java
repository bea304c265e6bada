// SPDX-License-Identifier: Apache-2.0
/** {@code demo}: stories of networks on one computer, told with real processes. */
@NullMarked
package org.gorizont.cli.demo;

import org.jspecify.annotations.NullMarked;
