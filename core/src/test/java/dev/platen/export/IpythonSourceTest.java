package dev.platen.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpythonSourceTest {
  private static void becomes(String source, String python) {
    assertThat(IpythonSource.toPython(source)).isEqualTo(python);
  }

  @Test
  void magicsBecomeCalls() {
    becomes("%matplotlib inline", "get_ipython().run_line_magic('matplotlib', 'inline')");
    becomes("if x:\n    %time f()", "if x:\n    get_ipython().run_line_magic('time', 'f()')");
    becomes("a = %env HOME", "a = get_ipython().run_line_magic('env', 'HOME')");
    becomes(
        "%%bash -e\necho 'hi'\n\\n",
        "get_ipython().run_cell_magic('bash', '-e', \"echo 'hi'\\n\\\\n\\n\")");
  }

  @Test
  void systemCommandsBecomeCalls() {
    becomes("!ls -l", "get_ipython().system('ls -l')");
    becomes("!!ls", "get_ipython().getoutput('ls')");
    becomes("d['k'] = !ls | grep \"a\"", "d['k'] = get_ipython().getoutput('ls | grep \"a\"')");
    becomes("!pip install x\\\n y\nz", "get_ipython().system('pip install x  y')\nz");
  }

  @Test
  void helpBecomesCalls() {
    becomes("os.path?", "get_ipython().run_line_magic('pinfo', 'os.path')");
    becomes("??os", "get_ipython().run_line_magic('pinfo2', 'os')");
    becomes("*int*?", "get_ipython().run_line_magic('psearch', '*int*')");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = \"\"\"\n%notmagic\n!ls\n\"\"\"",
        "b = (1,\n%2)\n",
        "c = 5 \\\n%d",
        "x = '%s' % y",
        "s['=%x'] = 1",
        "# what?\nx = 1  # !ls",
        "t = '\\\\'\nu = \"it's\"\nif a != b: pass",
        "f'{x!r}'",
        "@decorator\ndef f(): return 7 % 3"
      })
  void pythonStaysAsItIs(String python) {
    becomes(python, python);
  }

  @Test
  void longLinesAndManyBlankOnesAreBorne() {
    String names = "x, ".repeat(200_000);
    becomes(names + "y = z  # what?", names + "y = z  # what?");
    becomes("a" + "[0]".repeat(200_000) + " = 1 % 2", "a" + "[0]".repeat(200_000) + " = 1 % 2");
    becomes("\n".repeat(200_000) + "!ls", "get_ipython().system('ls')");
  }

  @Test
  void aStringThatEndsIsFollowedByStatementsAgain() {
    becomes("a = '''x\n'''\n%pwd", "a = '''x\n'''\nget_ipython().run_line_magic('pwd', '')");
    becomes("a = f(1,\n  '(')\n!ls", "a = f(1,\n  '(')\nget_ipython().system('ls')");
  }
}
