package dev.platen.parameter;

import dev.platen.notebook.Notebook;
import java.util.Locale;
import java.util.Map;

/** Which language a template is written in, as far as its parameters go. */
public final class TemplateLanguage {
  private static final Map<String, String> BY_KERNEL =
      Map.of(
          "python3", "python",
          "python", "python",
          "pysparkkernel", "python",
          "sparkkernel", "scala",
          "sparkrkernel", "r",
          "ir", "r");

  private TemplateLanguage() {}

  /**
   * The language's name in lower case, such as {@code python}; "" if nothing tells. As in papermill
   * a kernel that stands for a language goes before what is said of the language.
   *
   * @param kernelName the kernelspec's name, or ""
   * @param language {@code language_info.name} or the kernelspec's {@code language}, or ""
   */
  public static String of(String kernelName, String language) {
    String byKernel = BY_KERNEL.get(kernelName);
    return byKernel != null ? byKernel : language.toLowerCase(Locale.ROOT);
  }

  /** The language by what the notebook itself says. */
  public static String of(Notebook template) {
    return of(template.kernelName(), template.language());
  }
}
