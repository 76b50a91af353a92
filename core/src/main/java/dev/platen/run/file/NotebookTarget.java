package dev.platen.run.file;

import dev.platen.execute.ExecutionListener;
import dev.platen.fault.Fault;
import dev.platen.notebook.Notebook;

/** Where a run's notebook goes. Used by one thread; closed when nothing more is to be written. */
public interface NotebookTarget extends AutoCloseable {
  /** Takes nothing before the end: standard output, a pipe, a device. */
  interface AtEnd extends NotebookTarget {
    @Override
    default boolean takesDrafts() {
      return false;
    }

    @Override
    default ExecutionListener journal() {
      return ExecutionListener.NONE;
    }

    @Override
    default void close() {}
  }

  /** Whether it can be written more than once, each time whole. */
  boolean takesDrafts();

  /** Keeps what arrives between two drafts. */
  ExecutionListener journal();

  /**
   * Writes the notebook as it is by now.
   *
   * @throws Fault a storage fault; what stood there before is untouched
   */
  void draft(Notebook notebook);

  /**
   * Writes the notebook as it is in the end.
   *
   * @throws Fault a storage fault that says where the notebook was saved instead, if anywhere
   */
  void finish(Notebook notebook);

  @Override
  void close();
}
