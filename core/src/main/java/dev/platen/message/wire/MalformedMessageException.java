package dev.platen.message.wire;

/** Frames that are no message of this session. The receiver notes the reason and drops them. */
public final class MalformedMessageException extends Exception {
  MalformedMessageException(String message) {
    super(message);
  }

  MalformedMessageException(String message, Throwable cause) {
    super(message, cause);
  }
}
