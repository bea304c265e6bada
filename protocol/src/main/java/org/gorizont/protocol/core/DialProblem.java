// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

/** Why a school was not reached. For people: nothing is decided by it but what they are told. */
public enum DialProblem {
    /** The computer answered that nothing listens there. */
    REFUSED,
    /** No answer in time, or the proxy had none. */
    TIMEOUT,
    /** The name of the computer is not known. */
    UNKNOWN_HOST,
    /** No way leads there: no network, or not that one. */
    NO_ROUTE,
    /** The connection stood and ended before the other side said anything. */
    CLOSED,
    /** The proxy of this node was not reached. */
    PROXY_UNREACHABLE,
    /** The proxy wants a name and a password. */
    PROXY_LOGIN,
    /** The proxy refused the connection. */
    PROXY_REFUSED,
    /** Somebody on the way opens the encryption: the certificate is none of a node. */
    INTERCEPTED,
    /** Something answered that does not speak TLS as nodes do: another program, or the page of a filter. */
    NOT_A_NODE,
    /** A node answered, of another school or with another key. */
    WRONG_KEY,
    /** The relay was reached, and nobody waits there. */
    RELAY_NOBODY,
    /** The node answered, and did not accept us. */
    NOT_ACCEPTED,
    /** Connections come about and do not last. */
    UNSTABLE,
    /** This node has too many connections. */
    TOO_MANY,
    /** The address is of this very machine, and was not dialled. */
    LOOPBACK,
    /** Anything else. */
    OTHER
}
