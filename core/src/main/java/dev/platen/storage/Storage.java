package dev.platen.storage;

/** A way to places that are no files of this machine. Safe for any thread. */
public interface Storage {
  /**
   * Reads all that is there.
   *
   * @param place with its scheme, as the user wrote it
   * @throws dev.platen.fault.Fault a storage fault
   */
  byte[] read(String place) throws InterruptedException;

  /**
   * Puts something there. Whoever reads meanwhile sees what was there before or the new, never a
   * part.
   *
   * @throws dev.platen.fault.Fault a storage fault, when it was tried as often as makes sense
   */
  void write(String place, byte[] content) throws InterruptedException;
}
