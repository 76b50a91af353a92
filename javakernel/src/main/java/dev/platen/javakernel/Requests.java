package dev.platen.javakernel;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.message.ErrorContent;
import dev.platen.message.MessageFactory;
import dev.platen.message.MessageTypes;
import java.util.List;
import java.util.Optional;

/**
 * Answers clients.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html">Messaging</a>
 */
final class Requests {
  private static final JsonObject OK = JsonObject.build(o -> o.put("status", "ok"));

  private final Sockets sockets;
  private final Outputs outputs;
  private final JavaSession session;
  private final MessageFactory messages;
  private final Thread cells = Thread.currentThread();
  private int count;
  private volatile boolean running;
  private volatile boolean ended;

  /** Cells run on the thread that makes this. */
  Requests(Sockets sockets, Outputs outputs, JavaSession session, MessageFactory messages) {
    this.sockets = sockets;
    this.outputs = outputs;
    this.session = session;
    this.messages = messages;
  }

  /** Answers until a client ends the kernel; gives the process's exit code. */
  int serve() {
    Thread control = new Thread(this::serveControl, "control");
    control.setDaemon(true);
    control.start();
    while (!ended) {
      try {
        answer(sockets.shell().take());
      } catch (InterruptedException e) {
        // Meant for a cell that had just ended, or for the loop's own end.
      }
    }
    return 0;
  }

  private void serveControl() {
    while (!ended) {
      try {
        answer(sockets.control().take());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void answer(Request request) {
    outputs.status(request.message(), "busy");
    try {
      JsonObject content = request.message().content();
      switch (request.type()) {
        case MessageTypes.EXECUTE_REQUEST -> execute(request);
        case MessageTypes.KERNEL_INFO_REQUEST -> reply(request, KernelInfo.reply());
        case MessageTypes.INTERRUPT_REQUEST -> {
          if (running) {
            cells.interrupt();
          }
          reply(request, OK);
        }
        case MessageTypes.SHUTDOWN_REQUEST -> {
          reply(request, OK.with("restart", JsonBoolean.of(content.isTrue("restart"))));
          ended = true;
          cells.interrupt();
        }
        case "is_complete_request" ->
            reply(request, session.questions().completeness(content.text("code")));
        case "complete_request" ->
            reply(request, session.questions().completions(content.text("code"), cursor(content)));
        case "inspect_request" ->
            reply(request, session.questions().inspection(content.text("code"), cursor(content)));
        case "history_request" -> reply(request, OK.with("history", new JsonArray(List.of())));
        case "comm_info_request" -> reply(request, OK.with("comms", JsonObject.EMPTY));
        default -> {}
      }
    } finally {
      outputs.status(request.message(), "idle");
    }
  }

  private void execute(Request request) {
    JsonObject content = request.message().content();
    String code = content.text("code");
    boolean silent = content.isTrue("silent");
    if (!silent) {
      count++;
      outputs.begin(request.message());
      outputs.input(code, count);
    }
    try {
      Optional<CellValue> value = run(code);
      if (!silent && value.isPresent()) {
        show(value.get());
      }
      JsonObject values = evaluate(content.object("user_expressions"));
      outputs.publishStreams();
      reply(
          request,
          JsonObject.build(
              o ->
                  o.putAll(OK)
                      .put("execution_count", count)
                      .put("user_expressions", values)
                      .put("payload", new JsonArray(List.of()))));
    } catch (CellFailure e) {
      if (!silent) {
        outputs.error(e.error());
      }
      reply(request, failure("error", e.error()));
      if (content.isTrue("stop_on_error") || !content.has("stop_on_error")) {
        abortWhatWaits();
      }
    }
  }

  /** To show a value runs its own code, which may fail as a cell's does. */
  private void show(CellValue value) throws CellFailure {
    try {
      outputs.result(value.value(), count);
    } catch (OutOfMemoryError e) {
      throw session.memoryIsFull(e, count);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      throw Errors.ofKernel(e, "this value can't be shown", count);
    }
  }

  private Optional<CellValue> run(String code) throws CellFailure {
    running = true;
    try {
      return session.run(count, code);
    } finally {
      running = false;
      // An interrupt that came too late is not the next cell's.
      Thread.interrupted();
    }
  }

  /** Each expression's value, or its error. */
  private JsonObject evaluate(JsonObject expressions) {
    return JsonObject.build(
        o ->
            expressions
                .members()
                .forEach(
                    (name, source) ->
                        o.put(
                            name, source instanceof JsonString text ? valueOf(text.value()) : OK)));
  }

  private JsonObject valueOf(String expression) {
    try {
      MimeBundle bundle = Values.bundle(run(expression).map(CellValue::value).orElse(null));
      return JsonObject.build(o -> o.putAll(OK).putAll(bundle.toJson()));
    } catch (CellFailure e) {
      return failure("error", e.error());
    } catch (OutOfMemoryError e) {
      return failure("error", session.memoryIsFull(e, count).error());
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return failure("error", Errors.ofKernel(e, "this value can't be shown", count).error());
    }
  }

  /** As every kernel does after an error: cells that were sent behind it aren't run. */
  private void abortWhatWaits() {
    for (Request next = sockets.shell().poll(); next != null; next = sockets.shell().poll()) {
      if (next.type().equals(MessageTypes.EXECUTE_REQUEST)) {
        outputs.status(next.message(), "busy");
        reply(next, failure("aborted", new ErrorContent("", "", List.of())));
        outputs.status(next.message(), "idle");
      } else {
        answer(next);
      }
    }
  }

  private JsonObject failure(String status, ErrorContent error) {
    return JsonObject.build(
        o -> o.put("status", status).put("execution_count", count).putAll(Outputs.toJson(error)));
  }

  private static int cursor(JsonObject content) {
    return content.integer("cursor_pos").map(Math::toIntExact).orElse(Integer.MAX_VALUE);
  }

  private void reply(Request request, JsonObject content) {
    String type = request.type().replace("_request", "_reply");
    request.reply().accept(messages.answer(request.message(), type, content));
  }
}
