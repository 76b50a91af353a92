package dev.platen.report;

import java.util.Locale;

/** How a run ended, and how that is said. */
public enum RunStatus {
  SUCCEEDED("✓", "Succeeded", ""),
  FAILED("✕", "Failed", "The run failed"),
  TIMED_OUT("◷", "Timed out", "The run ran out of time"),
  KERNEL_LOST("✕", "Kernel lost", "The kernel was lost"),
  INTERRUPTED("‖", "Interrupted", "The run was interrupted"),
  RUNNING("…", "Running", "The run had not ended when this report was written");

  private final String sign;
  private final String label;
  private final String sentence;

  RunStatus(String sign, String label, String sentence) {
    this.sign = sign;
    this.label = label;
    this.sentence = sentence;
  }

  /** The status of that name in {@code run.json}; what is unknown hasn't ended. */
  public static RunStatus of(String name) {
    for (RunStatus status : values()) {
      if (status.cssClass().equals(name)) {
        return status;
      }
    }
    return RUNNING;
  }

  /** Such as {@code timed_out}. */
  public String cssClass() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String sign() {
    return sign;
  }

  public String label() {
    return label;
  }

  /** Without the place and the full stop; "" if there is nothing to tell. */
  String sentence() {
    return sentence;
  }
}
