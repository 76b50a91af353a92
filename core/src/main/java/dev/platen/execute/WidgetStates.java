package dev.platen.execute;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.message.CommContent;
import dev.platen.message.MessageTypes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The state of all widgets, as their comms report it, and what Output widgets capture.
 *
 * @see <a
 *     href="https://github.com/jupyter-widgets/ipywidgets/blob/main/packages/schema/messages.md">Widget
 *     messages</a>
 */
final class WidgetStates {
  /** Sends a comm's content back to the kernel; does nothing in a replay. */
  interface CommSender {
    CommSender NONE = content -> {};

    void send(JsonObject content);
  }

  private static final String WIDGET_STATE = "application/vnd.jupyter.widget-state+json";

  private static final class Model {
    private final Map<String, JsonValue> state = new LinkedHashMap<>();
    private final Map<JsonValue, byte[]> buffers = new LinkedHashMap<>();
    private final OutputCollector captured;

    private Model(DisplayRegistry displays) {
      captured = new OutputCollector(displays);
    }

    private String text(String key) {
      return state.get(key) instanceof JsonString s ? s.value() : "";
    }

    private boolean isOutputWidget() {
      return text("_model_module").equals("@jupyter-widgets/output");
    }

    /** The kernel itself says what the widget shows, as {@code append_stdout} does. */
    private void setCaptured(JsonObject update) {
      if (update.has("outputs")) {
        captured.accept(MessageTypes.CLEAR_OUTPUT, JsonObject.EMPTY);
        for (JsonValue output : update.array("outputs")) {
          if (output instanceof JsonObject content) {
            captured.accept(content.text("output_type"), content);
          }
        }
      }
    }
  }

  private final CommSender comms;
  private final DisplayRegistry displays;
  private final Map<String, Model> models = new LinkedHashMap<>();

  /** Output widgets that capture now, the innermost last. */
  private final List<String> capturing = new ArrayList<>();

  /** Output widgets that captured something since the last {@link #flush}. */
  private final Set<String> shown = new LinkedHashSet<>();

  WidgetStates(CommSender comms, DisplayRegistry displays) {
    this.comms = comms;
    this.displays = displays;
  }

  /** Takes the content of a {@code comm_open} or {@code comm_msg}. */
  void accept(JsonObject content, List<byte[]> buffers) {
    CommContent comm = CommContent.parse(content);
    JsonObject state = comm.data().object("state");
    if (state.isEmpty()) {
      return;
    }
    Model model = models.computeIfAbsent(comm.commId(), id -> new Model(displays));
    model.state.putAll(state.members());
    // An echo is of what we told the kernel ourselves, and may be older than what was captured.
    if (model.isOutputWidget() && !comm.data().text("method").equals("echo_update")) {
      model.setCaptured(state);
    }
    List<JsonValue> paths = comm.data().array("buffer_paths");
    for (int i = 0; i < Math.min(paths.size(), buffers.size()); i++) {
      model.buffers.put(paths.get(i), buffers.get(i));
    }
    if (state.has("msg_id") && model.isOutputWidget()) {
      capturing.remove(comm.commId());
      if (!state.text("msg_id").isEmpty()) {
        capturing.add(comm.commId());
      }
    }
  }

  /** Gives an output to the Output widget that captures its request's outputs, if there is one. */
  boolean capture(String parentId, String msgType, JsonObject content) {
    for (int i = capturing.size() - 1; i >= 0; i--) {
      String commId = capturing.get(i);
      Model model = models.get(commId);
      if (model != null && model.text("msg_id").equals(parentId) && isOutput(msgType)) {
        model.captured.accept(msgType, content);
        shown.add(commId);
        return true;
      }
    }
    return false;
  }

  private static boolean isOutput(String msgType) {
    return switch (msgType) {
      case MessageTypes.STREAM,
          MessageTypes.DISPLAY_DATA,
          MessageTypes.EXECUTE_RESULT,
          MessageTypes.ERROR,
          MessageTypes.CLEAR_OUTPUT ->
          true;
      default -> false;
    };
  }

  /** Tells the kernel what Output widgets show: once a cell, since each time says all of it. */
  void flush() {
    for (String commId : shown) {
      show(commId, Objects.requireNonNull(models.get(commId)));
    }
    shown.clear();
  }

  private void show(String commId, Model model) {
    JsonArray outputs =
        new JsonArray(model.captured.outputs().stream().<JsonValue>map(OutputJson::write).toList());
    model.state.put("outputs", outputs);
    JsonObject data =
        JsonObject.build(
            o ->
                o.put("method", "update")
                    .put("state", JsonObject.build(s -> s.put("outputs", outputs)))
                    .put("buffer_paths", JsonArray.EMPTY));
    comms.send(new CommContent(commId, "", data).toContent());
  }

  JsonObject toMetadata() {
    Map<String, JsonValue> states = new LinkedHashMap<>();
    models.forEach(
        (id, model) -> {
          if (model.state.containsKey("_model_name")) {
            states.put(id, toJson(model));
          }
        });
    if (states.isEmpty()) {
      return JsonObject.EMPTY;
    }
    JsonObject document =
        JsonObject.build(
            o ->
                o.put("state", new JsonObject(states))
                    .put("version_major", 2)
                    .put("version_minor", 0));
    return JsonObject.build(o -> o.put(WIDGET_STATE, document));
  }

  private static JsonObject toJson(Model model) {
    return JsonObject.build(
        o -> {
          o.put("model_name", model.text("_model_name"))
              .put("model_module", model.text("_model_module"))
              .put("model_module_version", model.text("_model_module_version"))
              .put("state", new JsonObject(model.state));
          if (!model.buffers.isEmpty()) {
            o.put("buffers", buffers(model));
          }
        });
  }

  private static JsonArray buffers(Model model) {
    List<JsonValue> list = new ArrayList<>();
    model.buffers.forEach(
        (path, bytes) ->
            list.add(
                JsonObject.build(
                    o ->
                        o.put("encoding", "base64")
                            .put("path", path)
                            .put("data", Base64.getEncoder().encodeToString(bytes)))));
    return new JsonArray(list);
  }
}
