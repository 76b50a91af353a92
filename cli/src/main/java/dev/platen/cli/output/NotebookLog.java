package dev.platen.cli.output;

import dev.platen.execute.ExecutionListener;
import dev.platen.message.DisplayContent;
import dev.platen.message.Message;
import dev.platen.message.MessageTypes;
import dev.platen.message.StreamContent;

/** Streams to the terminal what a notebook prints and displays as text, as it comes. */
public final class NotebookLog implements ExecutionListener {
  private final Terminal terminal;

  public NotebookLog(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void outputArrived(int cellIndex, Message message) {
    switch (message.type()) {
      case MessageTypes.STREAM ->
          terminal.passThrough(StreamContent.parse(message.content()).text());
      case MessageTypes.DISPLAY_DATA, MessageTypes.EXECUTE_RESULT ->
          DisplayContent.parse(message.content())
              .data()
              .string("text/plain")
              .ifPresent(text -> terminal.passThrough(text + "\n"));
      default -> {}
    }
  }
}
