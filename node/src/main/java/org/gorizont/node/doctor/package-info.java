// SPDX-License-Identifier: Apache-2.0
/**
 * What is well with a node and what is not, as findings: {@link org.gorizont.node.doctor.Diagnosis} with values. Looks at the
 * files of a data directory, whether the node runs or not, and, if it runs, at how it is. Every finding is one that somebody
 * can do something about, or that keeps somebody from looking there.
 *
 * <p>Changes nothing, asks nobody outside of this computer, and knows no names: of schools and people it tells numbers only.
 * Words and next steps are of whoever shows the findings.
 */
@NullMarked
package org.gorizont.node.doctor;

import org.jspecify.annotations.NullMarked;
