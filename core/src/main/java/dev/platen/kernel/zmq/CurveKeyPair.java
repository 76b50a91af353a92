package dev.platen.kernel.zmq;

import dev.platen.kernel.ConnectionInfo;
import org.zeromq.ZMQ;

/** Makes CurveZMQ keys. */
public final class CurveKeyPair {
  private CurveKeyPair() {}

  /** A fresh pair for one kernel. */
  public static ConnectionInfo.CurveKeys generate() {
    ZMQ.Curve.KeyPair pair = ZMQ.Curve.generateKeyPair();
    return new ConnectionInfo.CurveKeys(pair.publicKey, pair.secretKey);
  }
}
