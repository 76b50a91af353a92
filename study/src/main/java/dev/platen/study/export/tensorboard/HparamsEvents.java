package dev.platen.study.export.tensorboard;

import dev.platen.execute.RunStatus;
import dev.platen.metric.MetricValue;
import dev.platen.study.export.table.RunValues;
import dev.platen.study.ledger.PastRun;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the HParams plug-in wants to know: of the study its parameters and metrics, of each run its
 * values and how it ended.
 *
 * @see <a
 *     href="https://github.com/tensorflow/tensorboard/blob/master/tensorboard/plugins/hparams/plugin_data.proto">
 *     plugin_data.proto and api.proto, which number all fields</a>
 */
final class HparamsEvents {
  private static final String PLUGIN = "hparams";
  private static final int SUCCESS = 1;
  private static final int FAILURE = 2;
  private static final int FLOAT = 1;
  private static final int DOUBLE = 2;
  private static final int SCALAR = 1;

  /** Of more texts nobody picks from a list. */
  private static final int MOST_CHOICES = 32;

  private HparamsEvents() {}

  /** The experiment's: which parameters and metrics its runs have. */
  static void experiment(String name, List<PastRun> runs, double wallTime, OutputStream out)
      throws IOException {
    Map<String, Set<Object>> parameters = new LinkedHashMap<>();
    Set<String> metrics = new LinkedHashSet<>();
    for (PastRun run : runs) {
      values(run)
          .forEach((p, v) -> parameters.computeIfAbsent(p, x -> new LinkedHashSet<>()).add(v));
      metrics.addAll(numbers(run).keySet());
    }
    new EventFile(wallTime, out)
        .add(
            wallTime,
            plugin(
                "_hparams_/experiment",
                data ->
                    data.message(
                        2,
                        experiment -> {
                          experiment.text(6, name).real(3, wallTime);
                          parameters.forEach((p, v) -> experiment.message(4, parameter(p, v)));
                          metrics.forEach(
                              m -> experiment.message(5, i -> i.message(1, n -> n.text(2, m))));
                        })));
  }

  private static Consumer<ProtoWriter> parameter(String name, Set<Object> values) {
    boolean areNumbers = values.stream().allMatch(Double.class::isInstance);
    boolean areFlags = values.stream().allMatch(Boolean.class::isInstance);
    return info -> {
      info.text(1, name).number(4, areNumbers ? 3 : areFlags ? 2 : 1);
      if (!areNumbers && values.size() <= MOST_CHOICES) {
        info.message(5, list -> values.forEach(v -> list.message(1, value(v, areFlags))));
      }
    };
  }

  /** One run's: its parameters, its metrics as scalars, and its end. */
  static void run(PastRun run, OutputStream out) throws IOException {
    double begin = run.started().toEpochMilli() / 1000.0;
    double end = begin + run.seconds();
    EventFile file = new EventFile(begin, out);
    file.add(
        begin,
        plugin(
            "_hparams_/session_start_info",
            data ->
                data.message(
                    3,
                    start -> {
                      start.real(5, begin);
                      values(run)
                          .forEach(
                              (name, v) ->
                                  start.message(
                                      1, entry -> entry.text(1, name).message(2, value(v, true))));
                    })));
    for (Map.Entry<String, Double> metric : numbers(run).entrySet()) {
      file.add(end, scalar(metric.getKey(), metric.getValue()));
    }
    int status = run.status() == RunStatus.SUCCEEDED ? SUCCESS : FAILURE;
    file.add(
        end,
        plugin(
            "_hparams_/session_end_info",
            data -> data.message(4, info -> info.number(1, status).real(2, end))));
  }

  /** Flags, texts, and all numbers as doubles; what a run doesn't have isn't in it. */
  private static Map<String, Object> values(PastRun run) {
    Map<String, Object> values = new LinkedHashMap<>();
    run.parameters()
        .values()
        .forEach(
            (name, value) -> {
              Object plain = RunValues.of(value);
              if (plain != null) {
                values.put(
                    name, plain instanceof Long whole ? (Object) whole.doubleValue() : plain);
              }
            });
    return values;
  }

  private static Map<String, Double> numbers(PastRun run) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    run.metrics()
        .forEach(
            (name, metric) -> {
              if (metric.value() instanceof MetricValue.Numeric number) {
                numbers.put(name, number.value());
              } else if (metric.value() instanceof MetricValue.Flag flag) {
                numbers.put(name, flag.value() ? 1.0 : 0.0);
              }
            });
    return numbers;
  }

  /** A value of google.protobuf.Value; flags may have to be texts among texts. */
  private static Consumer<ProtoWriter> value(Object value, boolean flags) {
    if (value instanceof Double number) {
      return v -> v.real(2, number);
    }
    return value instanceof Boolean flag && flags
        ? v -> v.flag(4, flag)
        : v -> v.text(3, value.toString());
  }

  /** A summary value that holds a plug-in's data; its tensor is empty. */
  private static Consumer<ProtoWriter> plugin(String tag, Consumer<ProtoWriter> content) {
    return value ->
        value
            .text(1, tag)
            .message(
                8,
                tensor ->
                    tensor
                        .number(1, FLOAT)
                        .message(2, shape -> shape.message(2, d -> d.number(1, 0))))
            .message(
                9,
                metadata ->
                    metadata.message(
                        1, p -> p.text(1, PLUGIN).bytes(2, ProtoWriter.message(content))));
  }

  /** A double, with all its digits: the older kind of scalar has only seven. */
  private static Consumer<ProtoWriter> scalar(String tag, double number) {
    return value ->
        value
            .text(1, tag)
            .message(
                8,
                tensor ->
                    tensor
                        .number(1, DOUBLE)
                        .message(2, shape -> {})
                        .bytes(4, ProtoWriter.littleEndian(number)))
            .message(
                9, metadata -> metadata.message(1, p -> p.text(1, "scalars")).number(4, SCALAR));
  }
}
