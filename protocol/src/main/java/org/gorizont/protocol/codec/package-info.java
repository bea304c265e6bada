// SPDX-License-Identifier: Apache-2.0
/**
 * Between values and bytes. Nobody else sees generated protobuf classes, except the edge that declares the gRPC method.
 *
 * <p>Foreign bytes are scanned strictly before protobuf reads them, so that two programs never read one byte string in
 * two ways. What cannot be read is {@link org.gorizont.protocol.codec.Malformed}, or, for the header of an entry that a
 * signed head covers, an entry whose header is empty. Signed bytes are read and kept, never written again.
 *
 * <p>Owns no judgement: signatures, hashes and commitments are checked elsewhere.
 */
@NullMarked
package org.gorizont.protocol.codec;

import org.jspecify.annotations.NullMarked;
