package dev.platen.cli;

import dev.platen.report.ReportOptions;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code shown}, {@code folded} or {@code hidden}. */
final class CodeConverter implements ITypeConverter<ReportOptions.Code> {
  /** The words, for the shell's completion. */
  static final class Words extends ArrayList<String> {
    Words() {
      super(Stream.of(ReportOptions.Code.values()).map(CodeConverter::word).toList());
    }
  }

  @Override
  public ReportOptions.Code convert(String text) {
    for (ReportOptions.Code code : ReportOptions.Code.values()) {
      if (word(code).equals(text)) {
        return code;
      }
    }
    throw new TypeConversionException("'" + text + "' is none of shown, folded, hidden");
  }

  private static String word(ReportOptions.Code code) {
    return code.name().toLowerCase(Locale.ROOT);
  }
}
