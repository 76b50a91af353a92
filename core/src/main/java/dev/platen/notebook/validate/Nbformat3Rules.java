package dev.platen.notebook.validate;

import static dev.platen.notebook.validate.Rules.ANY_OBJECT;
import static dev.platen.notebook.validate.Rules.STRING;
import static dev.platen.notebook.validate.Rules.integer;
import static dev.platen.notebook.validate.Rules.listOf;

/**
 * nbformat 3, as far as the upgrade to 4 needs it: the frame of worksheets, cells and outputs.
 * Everything else is checked once the notebook is upgraded.
 */
final class Nbformat3Rules {
  static final Rule NOTEBOOK =
      ObjectRule.EMPTY
          .required("metadata", ANY_OBJECT)
          .required("worksheets", listOf(ObjectRule.EMPTY.required("cells", listOf(cell()))));

  private Nbformat3Rules() {}

  private static Rule cell() {
    return ObjectRule.EMPTY
        .required("cell_type", STRING)
        .optional("metadata", ANY_OBJECT)
        .optional("level", integer(1))
        .optional("outputs", listOf(output()));
  }

  private static Rule output() {
    return ObjectRule.EMPTY.required("output_type", STRING).optional("metadata", ANY_OBJECT);
  }
}
