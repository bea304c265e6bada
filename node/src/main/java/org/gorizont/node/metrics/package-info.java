// SPDX-License-Identifier: Apache-2.0
/**
 * Numbers about a running node in the form that Prometheus reads. Made when they are first asked for, so that a school that
 * never asks pays nothing.
 *
 * <p>No name, id or address of a school, circle, record or person is in a name or label: numbers of things only. What is
 * LOCAL is not even counted.
 */
@NullMarked
package org.gorizont.node.metrics;

import org.jspecify.annotations.NullMarked;
