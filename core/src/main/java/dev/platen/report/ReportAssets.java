package dev.platen.report;

import dev.platen.report.html.ScriptHash;
import dev.platen.resource.ResourceText;
import java.util.List;

/**
 * The report's own style and script, read and hashed once, however many reports are made.
 *
 * @param own the script's hash, as the policy writes it; "" if there is no script
 */
record ReportAssets(ReportOptions.Scripts scripts, String style, String script, String own) {

  static ReportAssets of(ReportOptions.Scripts scripts) {
    String style = resource("page.css") + resource("report.css") + resource("math/math.css");
    if (scripts == ReportOptions.Scripts.NONE) {
      return new ReportAssets(scripts, style, "", "");
    }
    String script = resource("page.js") + resource("report.js");
    return new ReportAssets(scripts, style, script, ScriptHash.source(ScriptHash.of(script)));
  }

  /**
   * Those of one report.
   *
   * @param framed sources of scripts that run in frames, as the policy writes them
   */
  PageAssets with(List<String> framed) {
    // Tables bring style attributes, which no hash can cover; the sanitiser filters them.
    String styleSource = "'unsafe-inline'";
    String policy =
        switch (scripts) {
          case NONE -> PageAssets.policy(styleSource, "'none'");
          case FRAMED ->
              PageAssets.policy(
                  styleSource, framed.isEmpty() ? own : own + " " + String.join(" ", framed));
          case TRUSTED -> PageAssets.TRUSTING;
        };
    return PageAssets.of(style, script, policy);
  }

  private static String resource(String name) {
    return ResourceText.beside(PageAssets.class, name);
  }
}
