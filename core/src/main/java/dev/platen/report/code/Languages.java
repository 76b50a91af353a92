package dev.platen.report.code;

import dev.platen.report.code.Grammar.Trait;
import dev.platen.report.code.Region.Hole;
import java.util.Optional;

/** The grammars, each after its language's own reference. */
final class Languages {
  private static final Region LINE_TEXT = Region.text("\"").oneLine();
  private static final Opening TEXT = Opening.of("\"", LINE_TEXT);
  private static final Opening SINGLE = Opening.of("'", Region.text("'").oneLine());
  private static final Opening SLASHES = Opening.of("//", Region.comment());
  private static final Opening BLOCK = Opening.of("/*", Region.comment("*/"));
  private static final Opening NESTED = Opening.of("/*", Region.comment("*/").nesting("/*"));
  private static final Opening HASH = Opening.of("#", Region.comment());

  /** See {@code ?reserved} in R. */
  private static final Grammar R =
      new Grammar.Builder()
          .keywords("break else for function if in next repeat return while library require")
          .constants(
              "TRUE FALSE T F NULL NA NA_integer_ NA_real_ NA_complex_ NA_character_ Inf NaN")
          .functions(
              "abs apply c cat data.frame dim factor head lapply length list lm matrix max mean"
                  + " median min names ncol nrow paste paste0 plot predict print range rep round"
                  + " sapply sd seq set.seed source stop str sum summary table tail unique var"
                  + " warning which")
          .names("._", "._")
          .members("$@")
          .digitMark("")
          .opens(
              HASH,
              Openings::rawOfR,
              Openings::operatorOfR,
              Opening.of("\"", Region.text("\"")),
              Opening.of("'", Region.text("'")),
              Opening.of("`", Region.of(TokenKind.PLAIN, "`")))
          .build();

  /** See the keywords in Julia's manual. */
  private static final Grammar JULIA =
      new Grammar.Builder()
          .keywords(
              "abstract baremodule begin break catch const continue do else elseif end export"
                  + " finally for function global if import in isa let local macro module mutable"
                  + " primitive quote return struct try type using where while")
          .constants("true false nothing missing Inf NaN pi")
          .functions(
              "abs collect convert display filter findall length map maximum minimum ones print"
                  + " println push! rand randn range reduce show size sum throw typeof zeros")
          .names("_", "_!")
          .with(Trait.ANNOTATIONS)
          .opens(
              Opening.of("#=", Region.comment("=#").nesting("#=")),
              HASH,
              Opening.of("\"\"\"", Region.text("\"\"\"").with(Hole.PARENTHESES)),
              Opening.of("\"", Region.text("\"").with(Hole.PARENTHESES)),
              Opening.afterName("\"\"\"", Region.text("\"\"\"")),
              Opening.afterName("\"", Region.text("\"")),
              Opening.of("`", Region.text("`").with(Hole.PARENTHESES)),
              Openings::juliaCharacter)
          .build();

  private static final Grammar SCALA =
      new Grammar.Builder()
          .keywords(
              "abstract case catch class def do else enum export extends final finally for given"
                  + " if implicit import lazy match new object override package private protected"
                  + " return sealed super then this throw trait try type val var while with yield")
          .soft("as derives end extension infix inline opaque open transparent using")
          .constants("true false null")
          .types(
              "Any Array Boolean Byte Char Double Either Float Int List Long Map Nothing Option"
                  + " Seq Set Short String Unit Vector")
          .with(Trait.ANNOTATIONS)
          .opens(
              NESTED,
              SLASHES,
              Opening.of("\"\"\"", Region.raw("\"\"\"")),
              TEXT,
              Opening.afterName("\"\"\"", Region.raw("\"\"\"").with(Hole.NAMES)),
              Opening.afterName("\"", LINE_TEXT.with(Hole.NAMES)),
              Openings.character())
          .build();

  private static final Grammar JAVA =
      new Grammar.Builder()
          .keywords(
              "abstract assert break case catch class continue default do else enum extends final"
                  + " finally for if implements import instanceof interface native new package"
                  + " private protected public return static strictfp super switch synchronized"
                  + " this throw throws transient try volatile while")
          .soft("exports module opens permits record requires sealed var when yield")
          .constants("true false null")
          .types("boolean byte char double float int long short void String Object")
          .with(Trait.ANNOTATIONS)
          .opens(
              BLOCK,
              SLASHES,
              Opening.of("\"\"\"", Region.text("\"\"\"")),
              TEXT,
              Openings.character())
          .build();

  private static final Grammar KOTLIN =
      new Grammar.Builder()
          .keywords(
              "as break class continue do else for fun if in interface is object package return"
                  + " super this throw try typealias val var when while import")
          .soft(
              "abstract actual annotation by catch companion constructor crossinline data enum"
                  + " expect external final finally get infix init inline inner internal lateinit"
                  + " noinline open operator out override private protected public reified sealed"
                  + " set suspend tailrec value vararg where")
          .constants("true false null")
          .types(
              "Any Array Boolean Byte Char Double Float Int List Long Map Nothing Set Short String"
                  + " Unit")
          .with(Trait.ANNOTATIONS)
          .opens(
              NESTED,
              SLASHES,
              Opening.of("\"\"\"", Region.raw("\"\"\"").with(Hole.NAMES)),
              Opening.of("\"", LINE_TEXT.with(Hole.NAMES)),
              Openings.character())
          .build();

  private static final String SCRIPT =
      "await break case catch class const continue debugger default delete do else export extends"
          + " finally for function if import in instanceof let new return super switch this throw"
          + " try typeof var void while with yield";

  private static final Opening[] SCRIPT_OPENS = {
    BLOCK,
    SLASHES,
    TEXT,
    SINGLE,
    Opening.of("`", Region.text("`").with(Hole.BRACES)),
    Openings::expression
  };

  private static final Grammar JAVASCRIPT =
      new Grammar.Builder()
          .keywords(SCRIPT)
          .soft("as async from get of set static")
          .constants("true false null undefined NaN Infinity")
          .names("_$", "_$")
          .with(Trait.ANNOTATIONS)
          .opens(SCRIPT_OPENS)
          .build();

  private static final Grammar TYPESCRIPT =
      new Grammar.Builder()
          .keywords(SCRIPT + " enum")
          .soft(
              "abstract as async asserts declare from get implements infer interface is keyof"
                  + " module namespace of override private protected public readonly satisfies set"
                  + " static type unique")
          .constants("true false null undefined NaN Infinity")
          .types("any bigint boolean never number object string symbol unknown")
          .names("_$", "_$")
          .with(Trait.ANNOTATIONS)
          .opens(SCRIPT_OPENS)
          .build();

  private static final Grammar JSON =
      new Grammar.Builder()
          .constants("true false null")
          .with(Trait.KEYS)
          .opens(SLASHES, BLOCK, TEXT)
          .build();

  private Languages() {}

  /** By a name in lower case: of a kernel's language, of a fence, or a file's ending. */
  static Optional<Grammar> of(String language) {
    return switch (language) {
      case "r", "ir", "s", "splus" -> Optional.of(R);
      case "julia", "jl" -> Optional.of(JULIA);
      case "scala", "sc", "scala3" -> Optional.of(SCALA);
      case "java", "jshell" -> Optional.of(JAVA);
      case "kotlin", "kt", "kts" -> Optional.of(KOTLIN);
      case "javascript", "js", "jsx", "mjs", "cjs", "node", "ecmascript" -> Optional.of(JAVASCRIPT);
      case "typescript", "ts", "tsx", "mts", "cts" -> Optional.of(TYPESCRIPT);
      case "json", "jsonc", "json5", "jsonl", "ndjson", "geojson", "ipynb" -> Optional.of(JSON);
      default -> SystemLanguages.of(language);
    };
  }
}
