// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.stream.IntStream;
import org.gorizont.node.peers.Doorkeeper.Ends;
import org.gorizont.protocol.core.Limits;
import org.junit.jupiter.api.Test;

class DoorkeeperTest {
    private static final int OF_ADDRESS = PeerLimits.DEFAULTS.strangersOfAddress();

    private final Doorkeeper doorkeeper = new Doorkeeper(PeerLimits.DEFAULTS);
    private int lastPort;

    private Channel from(int host) {
        InetSocketAddress remote = new InetSocketAddress("10.0.0." + host, ++lastPort);
        return new EmbeddedChannel(new ChannelInboundHandlerAdapter()) {
            @Override
            protected SocketAddress remoteAddress0() {
                return remote;
            }
        };
    }

    private boolean admits(int host) {
        return doorkeeper.admits(from(host));
    }

    @Test
    void admitsAsManyStrangersAsAllowedAndNoMore() {
        assertEquals(0, Limits.STRANGERS % OF_ADDRESS);
        assertTrue(IntStream.range(0, Limits.STRANGERS).allMatch(i -> admits(1 + i / OF_ADDRESS)));

        assertFalse(admits(200));
    }

    @Test
    void admitsAsManyStrangersOfOneAddressAsAllowedAndNoMore() {
        assertTrue(IntStream.range(0, OF_ADDRESS).allMatch(_ -> admits(1)));

        assertFalse(admits(1));
        assertTrue(admits(2));
    }

    @Test
    void admitsAsManyConnectionsAsAllowedAndNoMore() {
        for (int i = 0; i < Limits.LINKS; i++) {
            Channel channel = from(1);
            assertTrue(doorkeeper.admits(channel), "connection " + i);
            doorkeeper.greeted(Ends.of(channel));
        }

        assertFalse(admits(2));
    }

    @Test
    void whoLeavesMakesRoom() {
        Channel first = from(1);
        doorkeeper.admits(first);
        IntStream.range(1, OF_ADDRESS).forEach(_ -> admits(1));
        assertFalse(admits(1));

        doorkeeper.gone(Ends.of(first));

        assertTrue(admits(1));
    }

    @Test
    void givesOneLinkToEachConnectionThatWasAdmitted() {
        Channel channel = from(1);
        assertFalse(doorkeeper.givesLink(Ends.of(channel)));

        doorkeeper.admits(channel);

        assertTrue(doorkeeper.givesLink(Ends.of(channel)));
        assertFalse(doorkeeper.givesLink(Ends.of(channel)));
    }

    @Test
    void cutsConnectionsThatAreThere() {
        Channel channel = from(1);
        doorkeeper.admits(channel);

        doorkeeper.cut(Ends.of(from(2)));
        assertTrue(channel.isOpen());
        doorkeeper.cut(Ends.of(channel));

        assertFalse(channel.isOpen());
    }
}
