// SPDX-License-Identifier: Apache-2.0
/**
 * Who this node is: its identity chain, its private keys, its certificate, and its lineage.
 *
 * <p>Files under the data directory: {@code identity/} holds the public chain and, for each key epoch, the seeds of the
 * signing and the sealing key; {@code lineage.token} is in no backup. The directory is for its owner alone (0700, files
 * 0600; on Windows an access list with one name). A node must start again by itself after a power cut, so the seeds are
 * not behind a password: that guards against other accounts of the machine and against copies of backups, which contain
 * no seed, and not against whoever takes the whole disk. The recovery sheet, which can change keys, is never here.
 *
 * <p>Owns no randomness: secrets come in as bytes.
 */
@NullMarked
package org.gorizont.node.identity;

import org.jspecify.annotations.NullMarked;
