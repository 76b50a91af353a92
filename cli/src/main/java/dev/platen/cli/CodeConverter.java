package dev.platen.cli;

import dev.platen.report.ReportOptions;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code shown}, {@code folded} or {@code hidden}. */
final class CodeConverter implements ITypeConverter<ReportOptions.Code> {
  @Override
  public ReportOptions.Code convert(String text) {
    for (ReportOptions.Code code : ReportOptions.Code.values()) {
      if (code.name().toLowerCase(Locale.ROOT).equals(text)) {
        return code;
      }
    }
    throw new TypeConversionException("'" + text + "' is none of shown, folded, hidden");
  }
}
