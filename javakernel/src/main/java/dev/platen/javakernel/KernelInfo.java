package dev.platen.javakernel;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import java.util.List;

/** What the kernel says of itself. */
final class KernelInfo {
  private KernelInfo() {}

  static JsonObject reply() {
    String version = Runtime.version().toString();
    String platen = KernelInfo.class.getPackage().getImplementationVersion();
    return JsonObject.build(
        o ->
            o.put("status", "ok")
                .put("protocol_version", "5.3")
                .put("implementation", "platen-java")
                .put("implementation_version", platen == null ? "development" : platen)
                .put("banner", "Java " + version)
                .put("help_links", new JsonArray(List.of()))
                .put(
                    "language_info",
                    JsonObject.build(
                        info ->
                            info.put("name", "java")
                                .put("version", version)
                                .put("mimetype", "text/x-java-source")
                                .put("file_extension", ".jshell")
                                .put("pygments_lexer", "java")
                                .put("codemirror_mode", "text/x-java"))));
  }
}
