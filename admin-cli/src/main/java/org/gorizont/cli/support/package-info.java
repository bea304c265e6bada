// SPDX-License-Identifier: Apache-2.0
/**
 * The support bundle: a file for whoever helps a school from afar, in which nobody is named. Only what is known to be
 * harmless goes in: settings that are numbers, findings, numbers, sizes, and lines of the log without what might be a name,
 * an address or a secret. Files with keys, people, drafts or records are never opened.
 */
@NullMarked
package org.gorizont.cli.support;

import org.jspecify.annotations.NullMarked;
