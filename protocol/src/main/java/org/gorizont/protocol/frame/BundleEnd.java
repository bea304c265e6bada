// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

/**
 * What stands behind the last frame of a bundle: without it the file is unfinished.
 *
 * @param frames in this file
 * @param more whether another part follows
 */
public record BundleEnd(long frames, boolean more) {}
