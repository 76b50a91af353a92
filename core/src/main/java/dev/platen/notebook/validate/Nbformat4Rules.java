package dev.platen.notebook.validate;

import static dev.platen.notebook.validate.Rules.ANYTHING;
import static dev.platen.notebook.validate.Rules.ANY_ARRAY;
import static dev.platen.notebook.validate.Rules.ANY_OBJECT;
import static dev.platen.notebook.validate.Rules.BOOLEAN;
import static dev.platen.notebook.validate.Rules.LINES;
import static dev.platen.notebook.validate.Rules.STRING;
import static dev.platen.notebook.validate.Rules.STRINGS;
import static dev.platen.notebook.validate.Rules.choice;
import static dev.platen.notebook.validate.Rules.integer;
import static dev.platen.notebook.validate.Rules.integerOrNull;
import static dev.platen.notebook.validate.Rules.listOf;
import static dev.platen.notebook.validate.Rules.mapOf;
import static dev.platen.notebook.validate.Rules.that;

import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.notebook.MimeBundle;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * nbformat 4.0 to 4.5, minor version by minor version.
 *
 * <p>Looser than the schemas where Jupyter itself fills in what is missing: cell ids (nbformat), a
 * code cell's {@code outputs} and {@code execution_count}, an output's {@code metadata} and {@code
 * execution_count} (JupyterLab, on opening), the names in {@code kernelspec} and {@code
 * language_info} (JupyterLab, when the kernel starts); and where kernels send what the schemas
 * don't know: an object of a MIME type that isn't JSON by its name. Unknown keys are allowed
 * everywhere, and transient ones aren't looked at. Stricter in one point: counters must fit into 32
 * bits.
 *
 * @see <a href="https://github.com/jupyter/nbformat/tree/main/nbformat/v4">The schemas</a>
 */
final class Nbformat4Rules {
  static final int NEWEST_MINOR = 5;

  private static final Pattern CELL_ID = Pattern.compile("[-a-zA-Z0-9_]{1,64}");
  private static final Pattern LINE = Pattern.compile("[^\\n]+\\n?");

  private static final Rule COUNT = integerOrNull(0);
  private static final Rule NAME =
      that("a line of text", v -> v instanceof JsonString s && LINE.matcher(s.value()).matches());

  /** Altair sends specifications as {@code application/vnd.vegalite.v6.json}. */
  private static final Rule LINES_OR_OBJECT =
      (value, at, found) -> {
        if (!(value instanceof JsonObject)) {
          LINES.check(value, at, found);
        }
      };

  private static final Rule MIME_BUNDLE =
      mapOf(type -> MimeBundle.isJson(type) ? ANYTHING : LINES_OR_OBJECT);
  private static final Rule OUTPUTS = listOf(output());

  // Built from the constants above, hence below them.
  private static final List<Rule> BY_MINOR =
      IntStream.rangeClosed(0, NEWEST_MINOR).mapToObj(Nbformat4Rules::notebook).toList();

  private Nbformat4Rules() {}

  /** The rules of 4.{@code minor}, 0 to {@value #NEWEST_MINOR}. */
  static Rule ofMinor(int minor) {
    return BY_MINOR.get(minor);
  }

  static boolean isCellId(String text) {
    return CELL_ID.matcher(text).matches();
  }

  private static Rule notebook(int minor) {
    return ObjectRule.EMPTY
        .required("metadata", metadata(minor))
        .required(
            "nbformat", that("4", value -> value instanceof JsonNumber n && n.value().equals(4L)))
        .required("nbformat_minor", integer(minor))
        .required("cells", listOf(cell(minor)));
  }

  private static Rule metadata(int minor) {
    ObjectRule rule =
        ObjectRule.EMPTY
            .optional(
                "kernelspec",
                ObjectRule.EMPTY.optional("name", STRING).optional("display_name", STRING))
            .optional("language_info", languageInfo());
    return minor < 2 ? rule : rule.optional("title", STRING).optional("authors", ANY_ARRAY);
  }

  private static Rule languageInfo() {
    return ObjectRule.EMPTY
        .optional("name", STRING)
        .optional(
            "codemirror_mode",
            that("a string or an object", v -> v instanceof JsonString || v instanceof JsonObject))
        .optional("file_extension", STRING)
        .optional("mimetype", STRING)
        .optional("pygments_lexer", STRING);
  }

  private static Rule cell(int minor) {
    ObjectRule any = ObjectRule.EMPTY.required("cell_type", STRING).required("source", LINES);
    if (minor >= 5) {
      any = any.optional("id", cellId());
    }
    ObjectRule text = any.optional("attachments", mapOf(file -> MIME_BUNDLE));
    ObjectRule metadata = cellMetadata(minor);
    return choice(
        "cell_type",
        new TreeMap<>(
            Map.of(
                "raw", text.required("metadata", metadata.optional("format", STRING)),
                "markdown", text.required("metadata", metadata),
                "code", code(any.required("metadata", codeMetadata(metadata, minor))))));
  }

  private static ObjectRule code(ObjectRule cell) {
    return cell.optional("outputs", OUTPUTS).optional("execution_count", COUNT);
  }

  private static Rule cellId() {
    return that(
        "1 to 64 letters, digits, '-' or '_'",
        value -> value instanceof JsonString id && isCellId(id.value()));
  }

  private static ObjectRule cellMetadata(int minor) {
    ObjectRule rule = ObjectRule.EMPTY.optional("name", NAME).optional("tags", new TagsRule());
    return minor < 3 ? rule : rule.optional("jupyter", ANY_OBJECT);
  }

  private static Rule codeMetadata(ObjectRule metadata, int minor) {
    ObjectRule rule =
        metadata
            .optional("collapsed", BOOLEAN)
            .optional(
                "scrolled",
                that(
                    "true, false or 'auto'",
                    v -> v instanceof JsonBoolean || v.equals(new JsonString("auto"))));
    return minor < 4 ? rule : rule.optional("execution", mapOf(event -> STRING));
  }

  private static Rule output() {
    ObjectRule any = ObjectRule.EMPTY.required("output_type", STRING);
    ObjectRule display = any.required("data", MIME_BUNDLE).optional("metadata", ANY_OBJECT);
    return choice(
        "output_type",
        new TreeMap<>(
            Map.of(
                "display_data",
                display,
                "execute_result",
                display.optional("execution_count", COUNT),
                "stream",
                any.required("name", STRING).required("text", LINES),
                "error",
                any.required("ename", STRING)
                    .required("evalue", STRING)
                    .required("traceback", STRINGS))));
  }
}
