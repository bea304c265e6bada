// SPDX-License-Identifier: Apache-2.0
/**
 * What happens to schools in the years of a network: they come and go, change keys, lose disks and sheets, vote. Steps type the
 * commands of this program; what they claim to have seen was read from the nodes of other schools.
 */
@NullMarked
package org.gorizont.cli.demo.membership;

import org.jspecify.annotations.NullMarked;
