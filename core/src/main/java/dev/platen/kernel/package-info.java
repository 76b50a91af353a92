/**
 * Floor 2. A running kernel, as the executor sees it: send a message, wait for the next event,
 * interrupt, shut down; and the secrets that it may know. The sockets lie in {@code kernel.zmq},
 * the process in {@code kernel.launch}. Knows {@code message} and {@code kernelspec}.
 */
@NullMarked
package dev.platen.kernel;

import org.jspecify.annotations.NullMarked;
