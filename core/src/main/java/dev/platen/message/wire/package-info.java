/** Floor 1. Messages as ZeroMQ frames: order, delimiter and signature. Knows nothing of sockets. */
@NullMarked
package dev.platen.message.wire;

import org.jspecify.annotations.NullMarked;
