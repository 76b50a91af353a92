package dev.platen.parameter.format;

import dev.platen.parameter.ParameterValue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What papermill gives under the name {@code pm}: {@code run_uuid}, {@code current_datetime_local},
 * {@code current_datetime_utc}.
 *
 * @param now one moment for all fields
 * @param zone of the local time
 */
public record BuiltIns(String runUuid, Instant now, ZoneId zone) implements FormatValue {
  @Override
  public FormatValue item(String key) throws FormatProblem {
    Instant moment = now.truncatedTo(ChronoUnit.MICROS);
    return switch (key) {
      case "run_uuid" -> new TypedValue(ParameterValue.of(runUuid));
      case "current_datetime_local" ->
          new Moment(LocalDateTime.ofInstant(moment, zone), Optional.empty());
      case "current_datetime_utc" ->
          new Moment(LocalDateTime.ofInstant(moment, ZoneOffset.UTC), Optional.of(ZoneOffset.UTC));
      default ->
          throw new FormatProblem(
              "pm has no [" + key + "]",
              "write run_uuid, current_datetime_local or current_datetime_utc");
    };
  }

  @Override
  public FormatValue attribute(String name) throws FormatProblem {
    throw new FormatProblem("pm has no ." + name, "write pm[" + name + "]");
  }

  @Override
  public String text() {
    return representation();
  }

  @Override
  public String representation() {
    return "{'run_uuid': '" + runUuid + "'}";
  }

  @Override
  public String format(String specification) throws FormatProblem {
    throw new FormatProblem("pm as a whole can't be written so", "name a part: pm[run_uuid]");
  }
}
