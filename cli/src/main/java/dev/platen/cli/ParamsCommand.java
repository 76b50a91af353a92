package dev.platen.cli;

import dev.platen.cli.output.Table;
import dev.platen.cli.output.Terminal;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.parameter.DeclaredParameter;
import dev.platen.parameter.ParameterTags;
import dev.platen.parameter.ParameterType;
import dev.platen.run.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code platen params}: what a template lets its runs choose. */
@Command(name = "params", description = "Lists the parameters that a template declares.")
final class ParamsCommand extends PlatenCommand {
  @Parameters(index = "0", paramLabel = "TEMPLATE", description = "The template notebook.")
  private Path template = Path.of("");

  @Option(names = "--json", description = "Print them as one line of JSON.")
  private boolean json;

  ParamsCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) {
    Template read = Template.read(template);
    Optional<List<DeclaredParameter>> declared = read.declared();
    if (declared.isEmpty()) {
      terminal.say(
          read.notebook().firstWithTag(ParameterTags.DEFAULTS).isEmpty()
              ? "note: no cell of " + template + " is tagged 'parameters'"
              : "note: the language of " + template + " can't be inspected");
    }
    List<DeclaredParameter> parameters = declared.orElse(List.of());
    if (json) {
      terminal.result(
          new JsonArray(parameters.stream().<JsonValue>map(ParamsCommand::toJson).toList()));
    } else if (!parameters.isEmpty()) {
      Table table = new Table("name", "type", "default", "");
      for (DeclaredParameter p : parameters) {
        table.row(p.name(), type(p), p.defaultSource().replaceAll("\\s*\\R\\s*", " "), p.help());
      }
      terminal.resultText(table.text());
    }
    return 0;
  }

  private static String type(DeclaredParameter parameter) {
    return parameter.annotation().or(() -> parameter.type().map(ParameterType::name)).orElse("");
  }

  private static JsonObject toJson(DeclaredParameter parameter) {
    return JsonObject.build(
        o ->
            o.put("name", parameter.name())
                .put("type", type(parameter))
                .put("default", parameter.defaultSource())
                .put("help", parameter.help()));
  }
}
