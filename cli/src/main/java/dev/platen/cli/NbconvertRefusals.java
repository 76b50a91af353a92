package dev.platen.cli;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options of nbconvert's that Platen knows but doesn't have: each is an error that says why and
 * what to do, and those that change nothing here are let through.
 */
final class NbconvertRefusals {
  @Option(names = "--execute", hidden = true)
  private boolean execute;

  @Option(names = "--allow-errors", hidden = true)
  private boolean allowErrors;

  @Option(
      names = {"--template", "--TemplateExporter.template_name", "--HTMLExporter.template_name"},
      hidden = true)
  private @Nullable String template;

  @Option(
      names = {"--template-file", "--TemplateExporter.template_file"},
      hidden = true)
  private @Nullable String templateFile;

  @Option(
      names = {"--post", "--ServePostProcessor.port"},
      hidden = true)
  private @Nullable String post;

  @Option(names = "--config", hidden = true)
  private @Nullable String config;

  @Option(
      names = {"--writer", "--NbConvertApp.writer_class"},
      hidden = true)
  private @Nullable String writer;

  @Option(names = "--nbformat", hidden = true)
  private @Nullable String nbformat;

  @Option(names = "--WebPDFExporter.paginate", arity = "1", defaultValue = "true", hidden = true)
  private boolean paginate = true;

  @Option(names = "--coalesce-streams", hidden = true)
  private boolean coalesce;

  @Option(
      names = {
        "--debug",
        "-y",
        "--embed-images",
        "--show-input",
        "--disable-chromium-sandbox",
        "--allow-chromium-download"
      },
      hidden = true)
  @SuppressWarnings("UnusedVariable") // taken, and of no effect here
  private boolean[] harmless = {};

  @Option(
      names = {
        "--log-level",
        "--Application.log_level",
        "--HighlightMagicsPreprocessor.enabled",
        "--HTMLExporter.embed_images",
        "--HTMLExporter.mathjax_url",
        "--HTMLExporter.require_js_url",
        "--HTMLExporter.jquery_url",
        "--HTMLExporter.anchor_link_text",
        "--HTMLExporter.exclude_anchor_links",
        "--HTMLExporter.exclude_output_stdin",
        "--HTMLExporter.exclude_unknown",
        "--HTMLExporter.html_manager_semver_range",
        "--HTMLExporter.jupyter_widgets_base_url",
        "--HTMLExporter.widget_renderer_url",
        "--TemplateExporter.exclude_output_stdin",
        "--TemplateExporter.exclude_unknown",
        "--WebPDFExporter.page_render_timeout",
        "--WebPDFExporter.disable_sandbox"
      },
      arity = "1",
      hidden = true)
  @SuppressWarnings("UnusedVariable") // likewise
  private List<String> harmlessValues = new ArrayList<>();

  private record Refusal(String reason, String mend) {}

  private Map<String, Refusal> given() {
    Map<String, Refusal> all = new LinkedHashMap<>();
    Refusal run =
        new Refusal(
            "a run of its own: with parameters, time-outs and a sealed folder",
            "'platen run NOTEBOOK' executes and writes notebook and report; convert the former");
    put(all, "--execute", execute, run);
    put(all, "--allow-errors", allowErrors, new Refusal(run.reason(), "'platen run --keep-going'"));
    boolean own = template == null || template.equals("lab") || template.equals("classic");
    Refusal templates =
        new Refusal(
            "Platen's report has one design, and no Jinja templates",
            "leave the option out; --theme, --lang and --no-input are there");
    put(all, "--template " + template, !own, templates);
    put(all, "--template-file", templateFile != null, templates);
    put(
        all,
        "--post",
        post != null,
        new Refusal("a report needs no server", "open the HTML file in a browser"));
    put(
        all,
        "--config",
        config != null,
        new Refusal("configuration files are Python programs", "give options on the command line"));
    put(
        all,
        "--writer",
        writer != null,
        new Refusal("files and --stdout are all there is", "leave the option out"));
    put(
        all,
        "--WebPDFExporter.paginate=False",
        !paginate,
        new Refusal("a PDF has pages of a printer's size", "leave the option out"));
    put(
        all,
        "--nbformat " + nbformat,
        nbformat != null && !nbformat.equals("4"),
        new Refusal("Platen writes nbformat 4.5", "leave the option out"));
    return all;
  }

  private static void put(Map<String, Refusal> all, String option, boolean given, Refusal refusal) {
    if (given) {
      all.put(option, refusal);
    }
  }

  /**
   * Lets nothing through that would be ignored.
   *
   * @throws Fault {@code USAGE}
   */
  void check() {
    given()
        .forEach(
            (option, refusal) -> {
              throw refused(option, refusal);
            });
  }

  /**
   * Other documents show what a terminal shows in the end anyway; a notebook would have to be
   * changed.
   */
  void check(NbconvertTarget target) {
    if (coalesce && target == NbconvertTarget.NOTEBOOK) {
      throw refused(
          "--coalesce-streams",
          new Refusal("'platen run' merges streams as they come", "leave the option out"));
    }
  }

  private static Fault refused(String option, Refusal refusal) {
    return Fault.of(FaultKind.USAGE, "nbconvert's option " + option + " isn't Platen's")
        .where("platen nbconvert, the command line")
        .found(refusal.reason())
        .mend(refusal.mend());
  }
}
