package dev.platen.execute;

import dev.platen.json.JsonObject;
import dev.platen.message.MessageTypes;
import dev.platen.notebook.Output;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The outputs of all cells of a notebook, built from what the kernel publishes: live during a run,
 * or again from a journal. Confined to one thread.
 */
final class NotebookOutputs {
  private final DisplayRegistry displays = new DisplayRegistry();
  private final Map<Integer, OutputCollector> cells = new HashMap<>();
  private final WidgetStates widgets;

  NotebookOutputs(WidgetStates.CommSender comms) {
    this.widgets = new WidgetStates(comms, displays);
  }

  /** Begins a cell anew, without outputs. */
  void start(int cellIndex) {
    cells.put(cellIndex, new OutputCollector(displays));
  }

  /**
   * Takes one iopub message.
   *
   * @param parentId the id of the request that caused it, by which Output widgets capture
   */
  void accept(
      int cellIndex, String parentId, String msgType, JsonObject content, List<byte[]> buffers) {
    switch (msgType) {
      case MessageTypes.COMM_OPEN, MessageTypes.COMM_MSG -> widgets.accept(content, buffers);
      default -> {
        if (!widgets.capture(parentId, msgType, content)) {
          cells
              .computeIfAbsent(cellIndex, i -> new OutputCollector(displays))
              .accept(msgType, content);
        }
      }
    }
  }

  /** Ends a cell: the kernel learns what its Output widgets show. */
  void finish() {
    widgets.flush();
  }

  List<Output> outputs(int cellIndex) {
    OutputCollector collector = cells.get(cellIndex);
    return collector == null ? List.of() : collector.outputs();
  }

  /** The content of {@code metadata.widgets}; empty when there are no widgets. */
  JsonObject widgetState() {
    return widgets.toMetadata();
  }
}
