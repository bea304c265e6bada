// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gorizont.node.peers.Links;
import org.gorizont.node.peers.PeerLimits;
import org.gorizont.node.peers.PeerTls;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Identities;
import org.gorizont.protocol.frame.IdentityRequest;
import org.gorizont.protocol.identity.ChainCheck;
import org.gorizont.protocol.identity.ChainVerdict;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.ReturningKey;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Way;

/** Asks a neighbour whose a recovery sheet is, by showing its first recovery key in TLS. */
final class WhoAmI {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** A busy computer may take longer for a first handshake than the other side waits. */
    private static final int ATTEMPTS = 3;

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private WhoAmI() {}

    /**
     * The identity chain of the sheet's school, checked; empty if the neighbour tells none.
     *
     * @throws TimeoutException if nobody answers there
     */
    static Optional<IdentityChain> ask(Endpoint neighbour, Optional<Endpoint> proxy, PeerTls tls, RecoverySheet sheet)
            throws InterruptedException, TimeoutException {
        BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
        try (Links links = new Links(tls, PeerLimits.DEFAULTS, proxy, inputs::offer)) {
            Way way = new Way.Direct(neighbour);
            links.dial(way, Optional.empty());
            int failed = 0;
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (Input input = next(inputs, end); ; input = next(inputs, end)) {
                links.taken(input);
                switch (input) {
                    case Input.PeerConnected(LinkId link, PublicKey _, Optional<Way> _) ->
                        links.send(link, new IdentityRequest(List.of()));
                    case Input.FrameReceived(LinkId _, Frame frame) -> {
                        return frame instanceof Identities told ? own(told, sheet) : Optional.empty();
                    }
                    case Input.DialFailed _ -> {
                        failed++;
                        if (failed == ATTEMPTS) {
                            throw new TimeoutException();
                        }
                        Thread.sleep(BETWEEN);
                        links.dial(way, Optional.empty());
                    }
                    case Input.PeerGone _, Input.FrameUnreadable _ -> {
                        return Optional.empty();
                    }
                    default -> throw new IllegalStateException("connections do not give " + input);
                }
            }
        }
    }

    private static Input next(BlockingQueue<Input> inputs, long end) throws InterruptedException, TimeoutException {
        Input input = inputs.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (input == null) {
            throw new TimeoutException();
        }
        return input;
    }

    private static Optional<IdentityChain> own(Identities told, RecoverySheet sheet) {
        PublicKey key = new Ed25519Signer(sheet.returningSeed()).publicKey();
        return told.chains().stream()
                .map(claim -> ChainCheck.verify(claim, new Ed25519Verifier()))
                .filter(ChainVerdict.Valid.class::isInstance)
                .map(verdict -> ((ChainVerdict.Valid) verdict).chain())
                .filter(chain -> ReturningKey.isOf(chain, key))
                .findFirst();
    }
}
