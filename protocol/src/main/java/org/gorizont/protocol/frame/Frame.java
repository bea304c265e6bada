// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

/** One thing that a node says. The stream is symmetric: either side may say each of them at any time after Hello. */
public sealed interface Frame
        permits Hello,
                Goodbye,
                CursorRequest,
                CursorPage,
                SymbolRequest,
                Symbols,
                ItemRequest,
                ItemVector,
                HeadNotice,
                Want,
                Entries,
                Bodies,
                ProofRequest,
                Proof,
                IdentityRequest,
                Identities,
                Charters,
                Receipts,
                ForkAlert,
                Addresses,
                Query,
                Answer,
                ChunkRequest,
                Chunk,
                CardRequest,
                AuthorCard,
                Lineages,
                Unknown {}
