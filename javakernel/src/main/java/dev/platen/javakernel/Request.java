package dev.platen.javakernel;

import dev.platen.message.Message;
import java.util.function.Consumer;

/**
 * What a client asks.
 *
 * @param reply sends the answer to that client, on the channel it asked on
 */
record Request(Message message, Consumer<Message> reply) {
  String type() {
    return message.type();
  }
}
