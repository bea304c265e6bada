// SPDX-License-Identifier: Apache-2.0
/**
 * Backups of a node: what goes into one, its file, when one is made, which ones stay, and putting one back.
 *
 * <p>Owns the file behind its header ({@link org.gorizont.protocol.crypto.BackupHeader}) and the list of what is LOCAL and
 * goes in. Private keys, tokens and the lineage beside the store do not. Does not own how a school that was put back fetches
 * what it lacks and changes its keys.
 */
@NullMarked
package org.gorizont.node.backup;

import org.jspecify.annotations.NullMarked;
