package dev.platen.report.code;

import dev.platen.report.code.Grammar.Trait;
import dev.platen.report.code.Region.Hole;
import java.util.Optional;

/** Grammars of what lies below notebooks: compiled languages, shells, databases. */
final class SystemLanguages {
  private static final Region LINE_TEXT = Region.text("\"").oneLine();
  private static final Opening SLASHES = Opening.of("//", Region.comment());
  private static final Opening BLOCK = Opening.of("/*", Region.comment("*/"));
  private static final Opening NESTED = Opening.of("/*", Region.comment("*/").nesting("/*"));

  /** Also C and CUDA, whose words are among these. */
  private static final Grammar CPP =
      new Grammar.Builder()
          .keywords(
              "alignas alignof asm auto break case catch class co_await co_return co_yield concept"
                  + " const const_cast consteval constexpr constinit continue decltype default"
                  + " delete do dynamic_cast else enum explicit export extern final for friend goto if"
                  + " inline mutable namespace new noexcept operator override private protected public"
                  + " register reinterpret_cast requires return sizeof static static_assert"
                  + " static_cast struct switch template this thread_local throw try typedef typeid"
                  + " typename union using virtual volatile while __global__ __device__ __host__"
                  + " __shared__")
          .soft("import module")
          .constants("true false nullptr NULL")
          .types(
              "bool char char8_t char16_t char32_t double float int int8_t int16_t int32_t int64_t"
                  + " long short signed size_t uint8_t uint16_t uint32_t uint64_t unsigned void"
                  + " wchar_t")
          .digitMark("_'")
          .with(Trait.DIRECTIVES)
          .opens(
              BLOCK,
              SLASHES,
              Openings::cppRaw,
              Opening.of("\"", LINE_TEXT, "", "L", "u8", "u", "U"),
              Openings.character("L", "u8", "u", "U"))
          .build();

  private static final Grammar RUST =
      new Grammar.Builder()
          .keywords(
              "as async await break const continue crate dyn else enum extern fn for if impl in let"
                  + " loop match mod move mut pub ref return self Self static struct super trait"
                  + " type unsafe use where while")
          .soft("union")
          .constants("true false")
          .types(
              "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize Box"
                  + " Option Result String Vec")
          .sigils("'")
          .opens(
              NESTED,
              SLASHES,
              Openings::rustRaw,
              Opening.of("\"", Region.text("\""), "", "b", "c"),
              Openings.character("b"),
              Opening.of("#![", Region.of(TokenKind.DECORATOR, "]").nesting("[")),
              Opening.of("#[", Region.of(TokenKind.DECORATOR, "]").nesting("[")))
          .build();

  private static final Grammar GO =
      new Grammar.Builder()
          .keywords(
              "break case chan const continue default defer else fallthrough for func go goto if"
                  + " import interface map package range return select struct switch type var")
          .constants("true false nil iota")
          .types(
              "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16"
                  + " int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr")
          .functions(
              "append cap clear close complex copy delete imag len make max min new panic print"
                  + " println real recover")
          .opens(
              BLOCK,
              SLASHES,
              Opening.of("`", Region.raw("`")),
              Opening.of("\"", LINE_TEXT),
              Openings.character())
          .build();

  private static final Grammar RUBY =
      new Grammar.Builder()
          .keywords(
              "BEGIN END alias and begin break case class def defined? do else elsif end ensure for"
                  + " if in module next not or redo rescue retry return self super then undef"
                  + " unless until when while yield")
          .constants("true false nil")
          .types(
              "attr_accessor attr_reader attr_writer extend include lambda p private proc"
                  + " protected public puts raise require require_relative")
          .names("_", "_?!")
          .sigils("@$")
          .with(Trait.SYMBOLS, Trait.DOCUMENTS)
          .opens(
              Opening.lineStart("=begin", Region.comment("=end")),
              Opening.of("#", Region.comment()),
              Opening.of("\"", Region.text("\"").with(Hole.HASH)),
              Opening.of("'", Region.text("'")),
              Opening.of("`", Region.text("`").with(Hole.HASH)),
              Openings::percent,
              Openings::expression)
          .build();

  private static final Grammar SHELL =
      new Grammar.Builder()
          .keywords(
              "case do done elif else esac fi for function if in select then time until while")
          .types(
              "alias bg cd declare echo eval exec exit export fg getopts hash kill let local"
                  + " printf pushd popd pwd read readonly return set shift source test trap type"
                  + " ulimit umask unalias unset wait")
          .names("_-./~", "_-./~,@%:")
          .members("")
          .digitMark("")
          .with(Trait.DOCUMENTS, Trait.EXPANSIONS)
          .opens(
              Opening.word("#", Region.comment()),
              Opening.of("$'", Region.text("'")),
              Opening.of("'", Region.raw("'")),
              Opening.of("\"", Region.text("\"").with(Hole.SHELL)),
              Opening.of("`", Region.text("`")))
          .build();

  /** The words of the standard and of the usual databases. */
  private static final Grammar SQL =
      new Grammar.Builder()
          .keywords(
              "add all alter analyze and any as asc begin between by case check column commit"
                  + " constraint create cross database default delete desc distinct drop else end"
                  + " except exists explain fetch filter first following for foreign from full"
                  + " function grant group having if ilike in index inner insert intersect into is"
                  + " join key last lateral left like limit natural not nulls of offset on or order"
                  + " outer over partition preceding primary range recursive references rename"
                  + " replace returning revoke right rollback row rows schema select set some table"
                  + " temporary then to trigger truncate unbounded union unique update using values"
                  + " view when where window with")
          .constants("true false null")
          .types(
              "array bigint binary blob boolean char character date datetime decimal double float"
                  + " int integer interval json jsonb numeric precision real serial smallint text"
                  + " time timestamp tinyint uuid varchar")
          .functions(
              "abs avg cast ceil coalesce concat count dense_rank extract floor greatest lag lead"
                  + " least length lower max min now nullif rank round row_number substring sum"
                  + " trim upper")
          .with(Trait.CASELESS)
          .opens(
              Opening.of("--", Region.comment()),
              BLOCK,
              Opening.of("'", Region.raw("'").withDoubledEnd()),
              Opening.of("\"", Region.of(TokenKind.NAME, "\"").withDoubledEnd()),
              Opening.of("`", Region.of(TokenKind.NAME, "`")))
          .build();

  private SystemLanguages() {}

  static Optional<Grammar> of(String language) {
    return switch (language) {
      case "c",
          "h",
          "c++",
          "c++11",
          "c++14",
          "c++17",
          "c++20",
          "c++23",
          "cpp",
          "cc",
          "cxx",
          "hpp",
          "cuda",
          "cu" ->
          Optional.of(CPP);
      case "rust", "rs" -> Optional.of(RUST);
      case "go", "golang" -> Optional.of(GO);
      case "ruby", "rb", "irb" -> Optional.of(RUBY);
      case "bash", "sh", "shell", "zsh", "ksh", "console", "shell-session", "sh-session" ->
          Optional.of(SHELL);
      case "sql", "postgresql", "postgres", "mysql", "sqlite", "plsql", "psql", "duckdb", "tsql" ->
          Optional.of(SQL);
      default -> Optional.empty();
    };
  }
}
