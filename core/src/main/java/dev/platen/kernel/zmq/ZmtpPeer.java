package dev.platen.kernel.zmq;

import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;

/**
 * The other side of a socket, and as what this side presents itself to it.
 *
 * @param subscribes whether this side is a SUB that wants everything, or else a DEALER
 * @param identity by which a ROUTER tells its clients apart; the same on shell and stdin, or a
 *     kernel couldn't ask for input
 */
@SuppressWarnings("ArrayRecordComponent") // an identity is never compared
record ZmtpPeer(SocketAddress address, boolean subscribes, byte[] identity) {

  /** False where nobody can be listening yet, which is cheaper to learn than by connecting. */
  boolean mayListen() {
    return !(address instanceof UnixDomainSocketAddress unix) || Files.exists(unix.getPath());
  }

  /** All that this side says before the other has answered. */
  byte[] hello() {
    byte[] ready = Zmtp.ready(subscribes ? "SUB" : "DEALER", subscribes ? new byte[0] : identity);
    byte[] greeting = Zmtp.greeting();
    byte[] hello = new byte[greeting.length + ready.length];
    System.arraycopy(greeting, 0, hello, 0, greeting.length);
    System.arraycopy(ready, 0, hello, greeting.length, ready.length);
    return hello;
  }
}
