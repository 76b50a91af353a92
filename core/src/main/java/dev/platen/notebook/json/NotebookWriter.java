package dev.platen.notebook.json;

import dev.platen.json.JsonWriter;
import dev.platen.notebook.Notebook;
import java.io.IOException;
import java.io.OutputStream;

/** Writes notebooks as nbformat 4.5. */
public final class NotebookWriter {
  private NotebookWriter() {}

  /**
   * Writes the bytes that Python's {@code nbformat.write} writes: UTF-8, keys sorted, indented by
   * one, sources and text outputs cut into lines, a newline at the end. Unlike nbformat, which
   * fails on it, half of a surrogate pair is written as an escape.
   *
   * @param out neither flushed nor closed; written in pieces of some kilobytes
   */
  public static void write(Notebook notebook, OutputStream out) throws IOException {
    JsonWriter.indented(NotebookCodec.write(notebook), out);
    out.write('\n');
  }
}
