package dev.platen.execute;

import dev.platen.json.JsonObject;
import dev.platen.message.DisplayContent;
import dev.platen.message.ErrorContent;
import dev.platen.message.MessageTypes;
import dev.platen.message.StreamContent;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.ErrorOutput;
import dev.platen.notebook.ExecuteResult;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Output;
import dev.platen.notebook.StreamOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * The outputs of one cell, or of one Output widget, in the order of arrival. Adjacent texts of one
 * stream become one output as they come. Confined to the executing thread.
 */
final class OutputCollector {
  /** A place among the outputs, whose content may still grow or be replaced. */
  static final class Slot {
    private final StringBuilder text = new StringBuilder();
    private Output output;

    private Slot(Output output) {
      this.output = output;
    }

    private boolean isStream(String name) {
      return output instanceof StreamOutput stream && stream.name().equals(name);
    }

    void replace(MimeBundle data, JsonObject metadata) {
      if (output instanceof ExecuteResult result) {
        output = new ExecuteResult(result.executionCount(), data, metadata, result.extra());
      } else {
        output = DisplayData.of(data, metadata);
      }
    }

    private Output value() {
      return output instanceof StreamOutput stream
          ? StreamOutput.of(stream.name(), text.toString())
          : output;
    }
  }

  private final DisplayRegistry displays;
  private final List<Slot> slots = new ArrayList<>();
  private boolean clearBeforeNext;

  OutputCollector(DisplayRegistry displays) {
    this.displays = displays;
  }

  List<Output> outputs() {
    return slots.stream().map(Slot::value).toList();
  }

  /** Takes one iopub message; those that are no outputs are passed over. */
  void accept(String msgType, JsonObject content) {
    switch (msgType) {
      case MessageTypes.STREAM -> stream(StreamContent.parse(content));
      case MessageTypes.DISPLAY_DATA, MessageTypes.EXECUTE_RESULT ->
          display(msgType, DisplayContent.parse(content));
      case MessageTypes.UPDATE_DISPLAY_DATA -> displays.update(DisplayContent.parse(content));
      case MessageTypes.ERROR -> error(ErrorContent.parse(content));
      case MessageTypes.CLEAR_OUTPUT -> clear(content.isTrue("wait"));
      default -> {}
    }
  }

  private void stream(StreamContent content) {
    clearIfDue();
    Slot last = slots.isEmpty() ? null : slots.get(slots.size() - 1);
    if (last == null || !last.isStream(content.name())) {
      last = add(StreamOutput.of(content.name(), ""));
    }
    last.text.append(content.text());
  }

  private void display(String msgType, DisplayContent content) {
    clearIfDue();
    displays.update(content);
    MimeBundle data = new MimeBundle(content.data().members());
    Slot slot =
        add(
            msgType.equals(MessageTypes.EXECUTE_RESULT)
                ? new ExecuteResult(
                    content.executionCount(), data, content.metadata(), JsonObject.EMPTY)
                : DisplayData.of(data, content.metadata()));
    content.displayId().ifPresent(id -> displays.register(id, slot));
  }

  private void error(ErrorContent content) {
    clearIfDue();
    add(ErrorOutput.of(content.ename(), content.evalue(), content.traceback()));
  }

  private Slot add(Output output) {
    Slot slot = new Slot(output);
    slots.add(slot);
    return slot;
  }

  private void clear(boolean wait) {
    if (wait) {
      clearBeforeNext = true;
    } else {
      clearNow();
    }
  }

  private void clearIfDue() {
    if (clearBeforeNext) {
      clearNow();
    }
  }

  private void clearNow() {
    clearBeforeNext = false;
    displays.forget(slots);
    slots.clear();
  }
}
