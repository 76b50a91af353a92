package dev.platen.message;

import dev.platen.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the messages of one session: ids count up behind the session's id. Thread-safe. */
public final class MessageFactory {
  private final String session;
  private final Clock clock;
  private final AtomicLong count = new AtomicLong();

  public MessageFactory(String session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /** A message that starts a conversation. */
  public Message create(String msgType, JsonObject content) {
    return message(Optional.empty(), msgType, content);
  }

  /** A message that a request causes. */
  public Message answer(Message request, String msgType, JsonObject content) {
    return message(Optional.of(request.header()), msgType, content);
  }

  private Message message(Optional<Header> parent, String msgType, JsonObject content) {
    Header header =
        new Header(
            session + "_" + count.getAndIncrement(),
            session,
            "platen",
            clock.instant().toString(),
            msgType,
            Header.PROTOCOL_VERSION);
    return new Message(header, parent, JsonObject.EMPTY, content, List.of());
  }
}
