package dev.platen.bench;

import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookReader;
import dev.platen.notebook.json.NotebookWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Reading (checks included) and writing a notebook of 100 cells. */
public class NotebookFile extends Measured {
  private static final int CELLS = 100;

  @Param({"1", "10"})
  public int megabytes;

  private Notebook notebook = Notebooks.of(1, 1);
  private byte[] bytes = {};

  @Setup
  public void prepare() throws IOException {
    notebook = Notebooks.of(CELLS, megabytes * 1_000_000 / CELLS);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NotebookWriter.write(notebook, out);
    bytes = out.toByteArray();
  }

  @Benchmark
  public Notebook read() {
    return NotebookReader.read(bytes, "bench.ipynb");
  }

  @Benchmark
  public void write() throws IOException {
    NotebookWriter.write(notebook, OutputStream.nullOutputStream());
  }
}
