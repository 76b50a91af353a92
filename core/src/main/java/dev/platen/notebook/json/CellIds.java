package dev.platen.notebook.json;

import dev.platen.json.JsonObject;
import dev.platen.notebook.validate.NotebookValidator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ids for the cells that have none, or one that an earlier cell has: 8 hex digits made of the
 * cell's index and source, so that the same file always gives the same ids (nbformat's are random).
 */
final class CellIds {
  private static final int BYTES = 4;

  private CellIds() {}

  /** One id for each cell, all of them different; good ones are kept. */
  static List<String> of(List<JsonObject> cells) {
    Set<String> given =
        cells.stream()
            .map(cell -> cell.text("id"))
            .filter(NotebookValidator::isCellId)
            .collect(Collectors.toSet());
    Set<String> used = new HashSet<>();
    List<String> ids = new ArrayList<>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      String id = cells.get(i).text("id");
      if (!given.contains(id) || used.contains(id)) {
        id = fresh(i, CellCodec.source(cells.get(i)), given, used);
      }
      used.add(id);
      ids.add(id);
    }
    return ids;
  }

  private static String fresh(int index, String source, Set<String> given, Set<String> used) {
    for (int attempt = 0; ; attempt++) {
      String id = digest(index + ":" + attempt + ":" + source);
      if (!given.contains(id) && !used.contains(id)) {
        return id;
      }
    }
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
