package dev.platen.study.plan;

import dev.platen.parameter.DeclaredParameter;
import dev.platen.run.Template;
import dev.platen.study.trial.Space;
import java.util.List;
import java.util.Optional;

/** A seed that the template declares and the study's repeats leave alone is likely forgotten. */
public final class SeedHint {
  /** What libraries call it; the plainest first. */
  private static final List<String> NAMES = List.of("seed", "random_state", "random_seed");

  private SeedHint() {}

  /** What to say, if there is anything; nothing where the study sets the parameter itself. */
  public static Optional<String> of(Template template, Space space) {
    if (space.repeats().count() < 2 || space.repeats().parameter().isPresent()) {
      return Optional.empty();
    }
    List<String> declared =
        template.declared().orElse(List.of()).stream().map(DeclaredParameter::name).toList();
    return NAMES.stream()
        .filter(declared::contains)
        .findFirst()
        .filter(name -> !isSet(name, space))
        .map(SeedHint::words);
  }

  private static String words(String name) {
    return ("repeats of a point have the same '%1$s' and differ only by chance of the machine;"
            + " --seed %1$s (in a study file: seed: %1$s) gives each its own")
        .formatted(name);
  }

  private static boolean isSet(String name, Space space) {
    return space.fixed().values().containsKey(name)
        || space.dimensions().stream().anyMatch(each -> each.names().contains(name));
  }
}
