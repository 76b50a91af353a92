package dev.platen.run;

import dev.platen.execute.RunStatus;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.notebook.Notebook;
import dev.platen.report.Durations;
import dev.platen.report.ReportContent;
import dev.platen.report.ReportParameter;
import dev.platen.report.RunOverview;
import dev.platen.report.html.LocalImages;
import dev.platen.report.html.PageImages;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the report of a run shows, taken from its record, its notebook and the images beside its
 * template.
 */
public final class RunReport {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneId.of("UTC"));

  private RunReport() {}

  /** The report's content; the record is that of run.json. */
  public static ReportContent content(JsonObject record, Notebook notebook) {
    RunOverview overview =
        new RunOverview(
            record.text("status"),
            error(record),
            parameters(record),
            MetricFacts.of(record),
            ProvenanceFacts.of(record),
            record.string("started").map(s -> DATE.format(Instant.parse(s))).orElse(""),
            record.value("seconds") instanceof JsonNumber n
                ? Durations.words(Durations.ofSeconds(n.value().doubleValue()))
                : "");
    return new ReportContent(notebook, record.text("title"), Optional.of(overview), images(record));
  }

  /** Those beside the template, if it is a file of this machine. */
  private static PageImages images(JsonObject record) {
    try {
      Path template = Path.of(record.object("template").text("path"));
      return template.isAbsolute() && template.getParent() != null
          ? new LocalImages(template.getParent())
          : PageImages.inline();
    } catch (InvalidPathException elsewhere) {
      return PageImages.inline();
    }
  }

  private static Optional<String> error(JsonObject record) {
    JsonObject error = record.object("error");
    String evalue = error.text("evalue");
    boolean isCells = error.has("cell_index");
    boolean isKernels = record.text("status").equals(RunStatus.KERNEL_LOST.word());
    return isKernels || !isCells
        ? Optional.of(evalue).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  private static List<ReportParameter> parameters(JsonObject record) {
    List<ReportParameter> list = new ArrayList<>();
    for (Map.Entry<String, JsonValue> entry : record.object("parameters").members().entrySet()) {
      if (entry.getValue() instanceof JsonObject parameter) {
        list.add(
            new ReportParameter(
                entry.getKey(),
                parameter.text("display"),
                parameter.text("type"),
                Optional.ofNullable(parameter.value("default"))
                    .filter(JsonString.class::isInstance)
                    .map(d -> ((JsonString) d).value())));
      }
    }
    return list;
  }
}
