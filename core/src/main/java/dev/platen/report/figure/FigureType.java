package dev.platen.report.figure;

import dev.platen.notebook.MimeBundle;
import java.util.List;
import java.util.Optional;

/** Knows one kind of output that lives by scripts. */
sealed interface FigureType permits PlotlyFigure, VegaFigure, MermaidFigure, ScriptedHtml {

  /** What draws from data, before what runs scripts of others. */
  List<FigureType> ALL =
      List.of(new PlotlyFigure(), new VegaFigure(), new MermaidFigure(), new ScriptedHtml());

  /** What becomes of an output; empty if it is not of this kind. */
  Optional<Drawing> drawing(MimeBundle bundle);
}
