package dev.platen.parameter.format;

/** What stands in a field. */
interface FormatValue {
  /** What lies in it under a key or number: {@code [key]}. */
  FormatValue item(String key) throws FormatProblem;

  /** One of its attributes: {@code .name}. */
  FormatValue attribute(String name) throws FormatProblem;

  /** As Python's {@code str()}. */
  String text();

  /** As Python's {@code repr()}. */
  String representation();

  /** As Python's {@code format()}; the specification isn't empty. */
  String format(String specification) throws FormatProblem;
}
