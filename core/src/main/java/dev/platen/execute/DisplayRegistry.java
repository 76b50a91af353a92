package dev.platen.execute;

import dev.platen.message.DisplayContent;
import dev.platen.notebook.MimeBundle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which outputs, in whatever cell, show the display of an id, so that an update reaches them all.
 */
final class DisplayRegistry {
  private final Map<String, List<OutputCollector.Slot>> slots = new HashMap<>();

  void register(String displayId, OutputCollector.Slot slot) {
    slots.computeIfAbsent(displayId, id -> new ArrayList<>()).add(slot);
  }

  /** Shows the new content wherever its id is shown; an unknown id is nothing to do. */
  void update(DisplayContent content) {
    content
        .displayId()
        .map(slots::get)
        .ifPresent(
            shown -> {
              MimeBundle data = new MimeBundle(content.data().members());
              shown.forEach(slot -> slot.replace(data, content.metadata()));
            });
  }

  void forget(Collection<OutputCollector.Slot> cleared) {
    if (slots.isEmpty()) {
      return;
    }
    Set<OutputCollector.Slot> gone = new HashSet<>(cleared);
    slots.values().forEach(shown -> shown.removeAll(gone));
  }
}
