// SPDX-License-Identifier: Apache-2.0
/** Nine schools of one cluster find each other's practices and equipment, one of them is switched off and comes back. */
@NullMarked
package org.gorizont.cli.demo.nine;

import org.jspecify.annotations.NullMarked;
