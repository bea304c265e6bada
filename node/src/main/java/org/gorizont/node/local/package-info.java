// SPDX-License-Identifier: Apache-2.0
/**
 * What never leaves the node: drafts of what the school wanted to publish while its node might not write.
 *
 * <p>Owns the files and the limits of drafts. LOCAL by place: only {@code admin}, which answers the school's own people,
 * and the wiring see this package; nothing that sends, logs or counts does. Does not own when a draft is published.
 */
@NullMarked
package org.gorizont.node.local;

import org.jspecify.annotations.NullMarked;
