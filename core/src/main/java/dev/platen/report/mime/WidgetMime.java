package dev.platen.report.mime;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.LinkTargets;
import java.util.List;

/** Jupyter's widgets as they stood when the notebook was saved; nobody can move them any more. */
final class WidgetMime implements MimeRenderer {
  static final String VIEW = "application/vnd.jupyter.widget-view+json";
  private static final String STATE = "application/vnd.jupyter.widget-state+json";

  private final JsonObject models;
  private final List<MimeRenderer> others;
  private final LinkTargets links;

  /**
   * A renderer of a notebook's widgets.
   *
   * @param notebook the notebook's metadata
   * @param others for what was displayed into a widget
   */
  WidgetMime(JsonObject notebook, List<MimeRenderer> others, LinkTargets links) {
    this.others = others;
    this.models = notebook.object("widgets").object(STATE).object("state");
    this.links = links;
  }

  @Override
  public List<String> types() {
    return List.of(VIEW);
  }

  @Override
  public boolean render(Representation representation, HtmlWriter html) {
    JsonValue view = representation.bundle().entries().get(VIEW);
    if (!(view instanceof JsonObject object) || !hasState(object.text("model_id"))) {
      return false;
    }
    html.open("div", "out widget");
    new WidgetWriter(models, others, links, representation.place(), html)
        .write(object.text("model_id"));
    html.close();
    return true;
  }

  private boolean hasState(String id) {
    return !models.object(id).text("model_name").isEmpty();
  }
}
