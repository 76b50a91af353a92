package dev.platen.message;

import dev.platen.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * One message, sent or received.
 *
 * @param parent the header of the request that caused this message
 * @param content by the message type; {@link #type}
 * @param buffers binary attachments, in order; usually none
 */
public record Message(
    Header header,
    Optional<Header> parent,
    JsonObject metadata,
    JsonObject content,
    List<byte[]> buffers) {
  public Message {
    buffers = List.copyOf(buffers);
  }

  public String type() {
    return header.msgType();
  }

  /** The id of the request that caused this message, or "". */
  public String parentId() {
    return parent.map(Header::msgId).orElse("");
  }
}
