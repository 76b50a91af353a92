package dev.platen.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.PythonOracle;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** IPython's syntax becomes what IPython itself makes of it. */
class IpythonSourceIT {
  private static final List<String> CELLS =
      List.of(
          "%matplotlib inline",
          "  x = 1\n  y = 2",
          "\n\n%load_ext autoreload\n%autoreload 2\nimport os",
          "files = !ls -l\n!echo {x} $HOME 'a' \"b\"\n!!ls",
          "a = %env HOME\nb, c = %who_ls\nd['k'] = !ls",
          "%%time\nx = 1",
          "%%bash -s a  b\necho \"$1\"\n\n",
          "%%writefile a.txt\n'q' \"q\" \\n é\n\ttab",
          "os?\nos.path??\n?os\n??os\n*int*?\n%time?",
          "/f a b\n,f a b\n;f a b",
          "%time \\\n  f(1)\n!pip install x \\\n  y \\\n  z\nx",
          "if x:\n    %time f()\n    y = %sql select 1\n    !ls\nelse:\n    z?",
          "a = \"\"\"\n%no\n!no\n\"\"\"\n%pwd",
          "b = (1,\n%2)\nc = 5 \\\n%d\nx = '%s' % y\ns['=%x'] = 1",
          "# 100%?\nx = 1  # !ls\ny = 'a' if a != b else \"it's\"",
          "def f():\n    '''doc ''' ; return [\n!x\n]\n%cd ..\n\n",
          "!  ls  -l  \n%cd   a b\n%alias  x y");

  @TempDir private Path dir;

  @Test
  void weMakeOfItWhatIpythonMakes() throws Exception {
    Path cells = dir.resolve("cells.json");
    Files.write(cells, JsonWriter.compactBytes(JsonArray.ofStrings(CELLS)));
    Path script =
        Path.of("src/test/resources/dev/platen/export/ipython_source.py").toAbsolutePath();
    String printed = PythonOracle.run(script, cells.toString());
    JsonArray expected = (JsonArray) JsonReader.read(printed.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < CELLS.size(); i++) {
      JsonValue python = expected.values().get(i);
      assertThat(withNewline(IpythonSource.toPython(CELLS.get(i))))
          .as(CELLS.get(i))
          .isEqualTo(((JsonString) python).value());
    }
  }

  /** The script's writer ends every cell with its own line breaks. */
  private static String withNewline(String code) {
    return code.endsWith("\n") ? code : code + "\n";
  }
}
