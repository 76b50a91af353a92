package dev.platen.message;

import dev.platen.json.JsonObject;

/**
 * What a kernel says of itself.
 *
 * @param implementation such as {@code ipython}
 * @param implementationVersion of that
 * @param languageInfo written to the notebook as it is: {@code name}, {@code version}, {@code
 *     file_extension}, …
 */
public record KernelInfoReply(
    String protocolVersion,
    String implementation,
    String implementationVersion,
    JsonObject languageInfo) {

  public static KernelInfoReply parse(JsonObject content) {
    return new KernelInfoReply(
        content.text("protocol_version"),
        content.text("implementation"),
        content.text("implementation_version"),
        content.object("language_info"));
  }
}
