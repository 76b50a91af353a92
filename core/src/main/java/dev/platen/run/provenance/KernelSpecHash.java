package dev.platen.run.provenance;

import dev.platen.hash.Sha256;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonWriter;
import dev.platen.kernelspec.KernelSpec;
import java.util.Locale;
import java.util.TreeMap;

/** SHA-256 over how a kernelspec starts its kernel. What it is called, and where it lies, isn't. */
public final class KernelSpecHash {
  private KernelSpecHash() {}

  /** Over {@code argv}, {@code env}, {@code language} and {@code interrupt_mode}, in hex. */
  public static String of(KernelSpec spec) {
    return Sha256.of(
        JsonWriter.compactBytes(
            JsonObject.build(
                o ->
                    o.put("argv", JsonArray.ofStrings(spec.argv()))
                        .put(
                            "env", JsonObject.build(e -> new TreeMap<>(spec.env()).forEach(e::put)))
                        .put("language", spec.language())
                        .put(
                            "interrupt_mode",
                            spec.interruptMode().name().toLowerCase(Locale.ROOT)))));
  }
}
