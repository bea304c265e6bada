// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import org.gorizont.node.circles.Networks;
import org.gorizont.node.setup.Setup;

/** What the pages of the first start work with, besides what all pages do. */
public record Beginning(Setup setup, Networks networks, BackupPlace backups) {}
