package dev.platen.cli.papermill;

import dev.platen.cli.output.PapermillLog;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.parameter.read.PapermillValue;
import dev.platen.parameter.read.YamlReader;
import dev.platen.storage.PlaceText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The parameters of a command line, by kind. Later kinds win, whatever their order on the line:
 * paths, base64, files, YAML, typed values, raw text. Within one kind the later one wins.
 *
 * @param typed name and value, of {@code -p}
 * @param raw name and text, of {@code -r}
 */
public record PapermillParameters(
    List<String> base64,
    List<String> files,
    List<String> yaml,
    List<Pair> typed,
    List<Pair> raw,
    boolean injectInput,
    boolean injectOutput) {
  /** A name and what follows it. */
  public record Pair(String name, String value) {}

  private static final String MAPPING = "write 'name: value', one a line";

  /**
   * All of them.
   *
   * @param paths as they are on the command line, their fields not filled
   * @throws Fault {@code PARAMETER_INVALID}, or a storage fault for a file
   */
  public Parameters merged(PapermillPaths paths, Places places, PapermillLog log)
      throws InterruptedException {
    Parameters all = Parameters.EMPTY;
    if (injectInput) {
      all = all.with("PAPERMILL_INPUT_PATH", injected(paths.input(), log));
    }
    if (injectOutput) {
      all = all.with("PAPERMILL_OUTPUT_PATH", injected(paths.output(), log));
    }
    for (String text : base64) {
      all = all.with(YamlReader.read(text(decoded(text), "--parameters_base64"), "base64"));
    }
    for (String file : files) {
      String name = Places.name(file);
      if (!PlaceText.fileName(file).matches("(?i).*\\.(json|ya?ml)")) {
        log.warning("the parameters file isn't called .json, .yaml or .yml: " + name);
      }
      all = all.with(YamlReader.read(text(places.read(file), name), name));
    }
    for (String text : yaml) {
      all = all.with(YamlReader.read(text, "--parameters_yaml"));
    }
    for (Pair pair : typed) {
      all = all.with(pair.name(), PapermillValue.read(pair.value()));
    }
    for (Pair pair : raw) {
      all = all.with(pair.name(), ParameterValue.of(pair.value()));
    }
    return all;
  }

  /** Nothing that opens a place goes into a notebook. */
  private static ParameterValue injected(String place, PapermillLog log) {
    String bare = PlaceText.bare(place);
    if (!bare.equals(place)) {
      log.warning("the notebook gets an address without what opens it: " + bare);
    }
    return ParameterValue.of(bare);
  }

  /** As Python's {@code b64decode}, which passes over what isn't base64. */
  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text.replaceAll("[^A-Za-z0-9+/=]", ""));
    } catch (IllegalArgumentException e) {
      throw Fault.of(FaultKind.PARAMETER_INVALID, "the parameters are no base64")
          .where("--parameters_base64")
          .found(text.length() > 40 ? text.substring(0, 40) + "…" : text)
          .mend("give the base64 of YAML text, such as: printf 'a: 1' | base64")
          .cause(e);
    }
  }

  private static String text(byte[] utf8, String where) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw Fault.of(FaultKind.PARAMETER_INVALID, "the parameters are no UTF-8 text")
          .where(where)
          .found("bytes that UTF-8 doesn't have")
          .mend("save them as UTF-8; " + MAPPING)
          .cause(e);
    }
  }
}
