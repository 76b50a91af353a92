package dev.platen.cli.papermill;

import dev.platen.cli.output.PapermillLog;
import dev.platen.cli.output.Terminal;
import dev.platen.execute.ExecutionListener;
import dev.platen.message.Message;
import dev.platen.message.MessageTypes;
import dev.platen.message.StreamContent;
import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a notebook prints on one of its streams into a file, as it comes; {@code -} is
 * standard output. A stream that stays silent makes no file.
 */
final class StreamFile implements ExecutionListener {
  private final String stream;
  private final String place;
  private final Terminal terminal;
  private final PapermillLog log;
  private boolean refused;
  private @Nullable OutputStream out;

  /**
   * A file.
   *
   * @param stream {@code stdout} or {@code stderr}
   */
  StreamFile(String stream, String place, Terminal terminal, PapermillLog log) {
    this.stream = stream;
    this.place = place;
    this.terminal = terminal;
    this.log = log;
  }

  @Override
  public void outputArrived(int cellIndex, Message message) {
    if (message.type().equals(MessageTypes.STREAM)) {
      StreamContent content = StreamContent.parse(message.content());
      if (!refused && content.name().equals(stream)) {
        write(content.text());
      }
    }
  }

  private void write(String text) {
    if (place.equals(PapermillPaths.STANDARD)) {
      terminal.resultText(text);
      return;
    }
    try {
      if (out == null) {
        out = Files.newOutputStream(Path.of(place));
      }
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The notebook has it all the same; a run doesn't end for a copy.
      refused = true;
      log.warning(StorageFaults.writing(Path.of(place), e).describe());
    }
  }

  /** Nothing more comes. */
  void close() {
    if (out != null) {
      try {
        out.close();
      } catch (IOException e) {
        log.warning(StorageFaults.writing(Path.of(place), e).describe());
      }
    }
  }
}
