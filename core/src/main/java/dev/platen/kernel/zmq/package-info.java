/**
 * Floor 2. The sockets of one kernel connection, owned by one thread: the only package that speaks
 * ZeroMQ's protocol. Knows {@code message} and the values of {@code kernel}.
 */
@NullMarked
package dev.platen.kernel.zmq;

import org.jspecify.annotations.NullMarked;
