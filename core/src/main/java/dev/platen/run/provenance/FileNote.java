package dev.platen.run.provenance;

import java.util.Locale;

/** What is to be known of a recorded file beyond its hash. */
public enum FileNote {
  /** Its time is later than the first cell: what was read may not be what was hashed. */
  CHANGED_DURING_RUN,
  /** It was there when it was read, and is no more. */
  VANISHED,
  /** Platen may not read it. */
  UNREADABLE,
  /** Not hashed: the smaller files of the run used up the bytes that may be. */
  TOO_LARGE;

  /** As written in {@code run.json}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
