// Compiles a program as tslab does, by tslab's own compiler and with its options, and runs it. What the compiler finds
// wrong ends it: a type that doesn't fit is an error in a notebook too.
const ts = require("@tslab/typescript-for-tslab");
const options = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.CommonJS,
  esModuleInterop: true,
  types: [],
};
const program = ts.createProgram([process.argv[2]], options);
const wrong = ts.getPreEmitDiagnostics(program);
for (const each of wrong) {
  console.error(ts.flattenDiagnosticMessageText(each.messageText, "\n"));
}
if (wrong.length > 0) {
  process.exit(1);
}
let compiled = "";
program.emit(undefined, (name, text) => (compiled = text));
new Function("exports", compiled)({});
