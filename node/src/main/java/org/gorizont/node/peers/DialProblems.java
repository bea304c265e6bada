// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.ssl.NotSslRecordException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.model.Way;
import org.jspecify.annotations.Nullable;

/** What a failure of the transport means to people. Guesses only where nothing better is known; nothing depends on it. */
final class DialProblems {
    private static final int MAX_CAUSES = 16;
    private static final Pattern STATUS = Pattern.compile("status: ([0-9]{3})");

    private DialProblems() {}

    /**
     * Reads a chain of causes.
     *
     * @param proxied whether the connection went through a proxy
     */
    static DialProblem of(@Nullable Throwable failure, Way way, boolean proxied) {
        @Nullable Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            Optional<DialProblem> problem = of(cause, proxied);
            if (problem.isPresent()) {
                return problem.get() == DialProblem.CLOSED ? closed(way) : problem.get();
            }
            cause = cause.getCause();
        }
        return closed(way);
    }

    /** A relay that knows nobody who waits closes without a word. */
    private static DialProblem closed(Way way) {
        return switch (way) {
            case Way.Direct _ -> DialProblem.CLOSED;
            case Way.Relayed _ -> DialProblem.RELAY_NOBODY;
        };
    }

    private static Optional<DialProblem> of(Throwable cause, boolean proxied) {
        DialProblem unreached = proxied ? DialProblem.PROXY_UNREACHABLE : DialProblem.REFUSED;
        return Optional.ofNullable(
                switch (cause) {
                    case ForeignCertificate foreign -> foreign.problem();
                    case ProxyRefused refused -> refused.problem();
                    case HttpProxyHandler.HttpProxyConnectException refused -> ofProxy(refused);
                    case ProxyConnectException refused -> ofProxy(refused);
                    case NotSslRecordException _ -> DialProblem.NOT_A_NODE;
                    case UnknownHostException _ -> proxied ? DialProblem.PROXY_UNREACHABLE : DialProblem.UNKNOWN_HOST;
                    case UnresolvedAddressException _ -> DialProblem.UNKNOWN_HOST;
                    case ConnectTimeoutException _ -> proxied ? DialProblem.PROXY_UNREACHABLE : DialProblem.TIMEOUT;
                    case SocketTimeoutException _ -> DialProblem.TIMEOUT;
                    case NoRouteToHostException _ -> DialProblem.NO_ROUTE;
                    case ConnectException _ -> isNoRoute(cause) ? DialProblem.NO_ROUTE : unreached;
                    case SocketException _ -> isNoRoute(cause) ? DialProblem.NO_ROUTE : DialProblem.CLOSED;
                    case ClosedChannelException _ -> DialProblem.CLOSED;
                    // A certificate that was not accepted stands deeper in the chain.
                    case SSLException _ -> cause.getCause() == null ? DialProblem.NOT_A_NODE : null;
                    default -> null;
                });
    }

    private static DialProblem ofProxy(ProxyConnectException refused) {
        String said = String.valueOf(refused.getMessage());
        if (refused.getCause() instanceof ConnectException || said.contains("timeout")) {
            return DialProblem.PROXY_UNREACHABLE;
        }
        Matcher status = STATUS.matcher(said);
        return ofStatus(status.find() ? status.group(1) : "");
    }

    /** What an answer of a proxy other than "connected" means (RFC 9110 §15). */
    static DialProblem ofStatus(String status) {
        return switch (status) {
            case "407" -> DialProblem.PROXY_LOGIN;
            // The proxy has tried, and the other side does not answer.
            case "502", "503", "504" -> DialProblem.TIMEOUT;
            default -> DialProblem.PROXY_REFUSED;
        };
    }

    private static boolean isNoRoute(Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        return said.contains("unreachable") || said.contains("No route");
    }
}
