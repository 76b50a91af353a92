package dev.platen.javakernel;

import dev.platen.display.Display;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.message.ErrorContent;
import dev.platen.message.Message;
import dev.platen.message.MessageFactory;
import dev.platen.message.MessageTypes;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is published: status, and the outputs of the cell that runs or ran last. */
final class Outputs implements AutoCloseable {
  private static final long FLUSH_MILLIS = 50;

  private final Sockets sockets;
  private final MessageFactory messages;
  private final StreamOutput stdout = new StreamOutput(text -> stream("stdout", text));
  private final StreamOutput stderr = new StreamOutput(text -> stream("stderr", text));
  private final ScheduledExecutorService flusher =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "streams");
            thread.setDaemon(true);
            return thread;
          });
  private final Future<?> flushing;
  private volatile @Nullable Message cell;

  /** Takes what the process prints, and what its code displays. */
  Outputs(Sockets sockets, MessageFactory messages) {
    this.sockets = sockets;
    this.messages = messages;
    System.setOut(new PrintStream(stdout, false, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(stderr, false, StandardCharsets.UTF_8));
    Consumer<@Nullable Object> sink = this::display;
    System.getProperties().put(Display.SINK, sink);
    flushing =
        flusher.scheduleWithFixedDelay(
            this::publishStreams, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
  }

  void status(Message request, String state) {
    publish(request, MessageTypes.STATUS, JsonObject.build(o -> o.put("execution_state", state)));
  }

  /** What follows is this cell's. */
  void begin(Message request) {
    cell = request;
  }

  void input(String code, int number) {
    output(
        MessageTypes.EXECUTE_INPUT,
        JsonObject.build(o -> o.put("code", code).put("execution_count", number)));
  }

  void result(@Nullable Object value, int number) {
    publishStreams();
    MimeBundle bundle = Values.bundle(value);
    output(
        MessageTypes.EXECUTE_RESULT,
        JsonObject.build(o -> o.putAll(bundle.toJson()).put("execution_count", number)));
  }

  void error(ErrorContent error) {
    publishStreams();
    output(MessageTypes.ERROR, toJson(error));
  }

  /** A sentence for whoever wrote the cell, on its error stream. */
  void note(String sentence) {
    byte[] line = (sentence.stripTrailing() + "\n").getBytes(StandardCharsets.UTF_8);
    stderr.write(line, 0, line.length);
  }

  /** What was printed until now. */
  void publishStreams() {
    stdout.publish();
    stderr.publish();
  }

  static JsonObject toJson(ErrorContent error) {
    return JsonObject.build(
        o ->
            o.put("ename", error.ename())
                .put("evalue", error.evalue())
                .put("traceback", JsonArray.ofStrings(error.traceback())));
  }

  @Override
  public void close() {
    publishStreams();
    flushing.cancel(false);
    flusher.shutdown();
  }

  private void display(@Nullable Object value) {
    publishStreams();
    output(
        MessageTypes.DISPLAY_DATA,
        JsonObject.build(
            o -> o.putAll(Values.bundle(value).toJson()).put("transient", JsonObject.EMPTY)));
  }

  private void stream(String name, String text) {
    output(MessageTypes.STREAM, JsonObject.build(o -> o.put("name", name).put("text", text)));
  }

  private void output(String type, JsonObject content) {
    Message request = cell;
    if (request != null) {
      publish(request, type, content);
    }
  }

  private void publish(Message request, String type, JsonObject content) {
    sockets.publish(messages.answer(request, type, content));
  }
}
