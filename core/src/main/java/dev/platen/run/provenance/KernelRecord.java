package dev.platen.run.provenance;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.message.KernelInfoReply;
import java.util.List;

/**
 * The kernel of a run.
 *
 * @param name of the kernelspec
 * @param origin where the kernelspec was found, in words
 * @param argv as in the kernelspec, its {@code {…}} still in place
 * @param implementation such as {@code ipython 9.18.1}
 * @param specSha256 of how the kernelspec starts it
 */
public record KernelRecord(
    String name,
    String displayName,
    String origin,
    List<String> argv,
    String language,
    String languageVersion,
    String implementation,
    String specSha256) {

  public KernelRecord {
    argv = List.copyOf(argv);
  }

  public static KernelRecord of(KernelSpec spec, KernelInfoReply info) {
    return new KernelRecord(
        spec.name(),
        spec.displayName(),
        spec.origin(),
        spec.argv(),
        info.languageInfo().string("name").orElse(spec.language()),
        info.languageInfo().text("version"),
        (info.implementation() + " " + info.implementationVersion()).strip(),
        KernelSpecHash.of(spec));
  }

  public JsonObject toJson() {
    return JsonObject.build(
        o ->
            o.put("name", name)
                .put("display_name", displayName)
                .put("origin", origin)
                .put("argv", JsonArray.ofStrings(argv))
                .put("language", language)
                .put("language_version", languageVersion)
                .put("implementation", implementation)
                .put("spec_sha256", specSha256));
  }
}
