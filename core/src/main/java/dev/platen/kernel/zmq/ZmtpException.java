package dev.platen.kernel.zmq;

/** The other side doesn't keep to ZMTP 3.0 with the mechanism NULL; its connection is given up. */
final class ZmtpException extends Exception {
  private static final long serialVersionUID = 1;

  ZmtpException(String message) {
    super(message);
  }
}
