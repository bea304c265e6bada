// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

/**
 * Why nothing is written.
 *
 * @param reason one line for engineers
 * @param withoutRoom whether too little of the disk was free at the last look; else the disk does not take what is written
 */
public record Trouble(String reason, boolean withoutRoom) {}
