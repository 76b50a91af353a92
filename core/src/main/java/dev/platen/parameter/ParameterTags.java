package dev.platen.parameter;

/** The cell tags by which a notebook tells its parameters, as papermill reads and writes them. */
public final class ParameterTags {
  /** The cell with the template's defaults. */
  public static final String DEFAULTS = "parameters";

  /** The cell with one run's values; it has no other tag. */
  public static final String INJECTED = "injected-parameters";

  private ParameterTags() {}
}
