// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

/** The packages that can be asked for; {@code WINDOWS} only with a Java for it. */
enum Form {
    PORTABLE,
    LINUX,
    DEB,
    RPM,
    WINDOWS
}
