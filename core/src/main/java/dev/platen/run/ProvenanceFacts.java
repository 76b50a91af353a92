package dev.platen.run;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.report.Durations;
import dev.platen.report.Fact;
import dev.platen.report.FactGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The provenance in run.json, as the report's reader wants it: what ran, on what, made of which
 * files.
 */
final class ProvenanceFacts {
  private static final int SHORT_HASH = 12;
  private static final double MIB = 1L << 20;
  private static final double GIB = 1L << 30;

  private ProvenanceFacts() {}

  static List<FactGroup> of(JsonObject record) {
    JsonObject provenance = record.object("provenance");
    List<FactGroup> groups = new ArrayList<>();
    add(groups, "Run", run(record, provenance));
    add(groups, "Code version", git(provenance.object("git")));
    add(groups, "Kernel", kernel(record, provenance.object("kernel")));
    add(groups, "Machine", machine(provenance.object("host"), record.object("resources")));
    add(groups, "Project files imported", files(provenance.object("python").array("imported")));
    add(groups, "Files read", files(provenance.object("python").array("read")));
    add(groups, "Packages", packages(provenance.object("python").object("packages")));
    return groups;
  }

  private static void add(List<FactGroup> groups, String title, List<Fact> facts) {
    List<Fact> known = facts.stream().filter(fact -> !fact.value().isBlank()).toList();
    if (!known.isEmpty()) {
      groups.add(new FactGroup(title, known));
    }
  }

  private static List<Fact> run(JsonObject record, JsonObject provenance) {
    JsonObject template = record.object("template");
    return List.of(
        new Fact("Run id", record.text("id")),
        new Fact("Template", fileName(template.text("path"))),
        new Fact("Template SHA-256", template.text("sha256")),
        new Fact("Platen", provenance.text("platen_version")));
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static List<Fact> git(JsonObject git) {
    String state =
        git.value("dirty") == null
            ? ""
            : git.isTrue("dirty") ? "with uncommitted changes (kept in run.json)" : "clean";
    return List.of(
        new Fact("Commit", git.text("commit")),
        new Fact("Branch", git.text("branch")),
        new Fact("Working tree", state),
        new Fact("Untracked", joined(git, "untracked")),
        new Fact("Remote", git.text("remote")),
        new Fact("Not known", joined(git, "notes")));
  }

  private static List<Fact> kernel(JsonObject record, JsonObject kernel) {
    String requested = record.text("kernel_requested");
    boolean stoodIn = !requested.equalsIgnoreCase(record.text("kernel"));
    return List.of(
        new Fact("Asked for", stoodIn ? requested + ", which wasn't there" : ""),
        new Fact("Kernel", kernel.text("display_name")),
        new Fact("Found in", kernel.text("origin")),
        new Fact(
            "Language", (kernel.text("language") + " " + kernel.text("language_version")).trim()),
        new Fact("Implementation", kernel.text("implementation")));
  }

  private static List<Fact> machine(JsonObject host, JsonObject resources) {
    return List.of(
        new Fact("Name", host.text("name")),
        new Fact("System", (host.text("os") + " " + host.text("arch")).trim()),
        new Fact("Cores", host.integer("cores").map(String::valueOf).orElse("")),
        new Fact("Memory", host.integer("memory_bytes").map(ProvenanceFacts::gib).orElse("")),
        new Fact("GPUs", joined(host, "gpus")),
        new Fact(
            "Peak memory of the run",
            resources.integer("peak_memory_bytes").map(ProvenanceFacts::gib).orElse("")),
        new Fact(
            "CPU time of the run",
            resources.value("cpu_seconds") instanceof JsonNumber n
                ? Durations.words(Durations.ofSeconds(n.value().doubleValue()))
                : ""));
  }

  private static String joined(JsonObject object, String key) {
    return String.join(", ", new JsonArray(object.array(key)).strings().orElse(List.of()));
  }

  private static String gib(long bytes) {
    return bytes < GIB
        ? String.format(Locale.ROOT, "%.0f MiB", bytes / MIB)
        : String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
  }

  private static List<Fact> files(List<JsonValue> files) {
    List<Fact> facts = new ArrayList<>();
    for (JsonValue value : files) {
      if (value instanceof JsonObject file) {
        String hash = file.text("sha256");
        String shown = hash.length() > SHORT_HASH ? hash.substring(0, SHORT_HASH) + "…" : hash;
        String bytes =
            file.value("bytes") instanceof JsonNumber n ? n.value() + " bytes" : "size unknown";
        facts.add(new Fact(file.text("path"), hash.isEmpty() ? bytes : bytes + ", " + shown));
      }
    }
    return facts;
  }

  private static List<Fact> packages(JsonObject packages) {
    List<Fact> facts = new ArrayList<>();
    for (Map.Entry<String, JsonValue> entry : packages.members().entrySet()) {
      if (entry.getValue() instanceof JsonString version) {
        facts.add(new Fact(entry.getKey(), version.value()));
      }
    }
    return facts;
  }
}
