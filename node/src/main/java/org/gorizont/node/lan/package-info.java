// SPDX-License-Identifier: Apache-2.0
/**
 * What a browser on another computer of the school trusts the pages by: a certificate that the school gives, or one of an
 * authority that this node makes for itself. It has nothing to do with the keys of the school, which other nodes know.
 */
@NullMarked
package org.gorizont.node.lan;

import org.jspecify.annotations.NullMarked;
