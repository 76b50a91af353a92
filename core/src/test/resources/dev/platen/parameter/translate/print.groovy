hex = java.util.HexFormat.of()
hexed = { String s -> "w" + s.chars.collect { hex.toHexDigits(it) }.join("") }
enc = null
enc = { v ->
  if (v == null) return "n"
  if (v instanceof Boolean) return v ? "t" : "f"
  if (v instanceof Double) return "d" + (v.isNaN() ? "nan" : v.isInfinite() ? (v > 0 ? "inf" : "-inf") : v.toString())
  if (v instanceof Number) return "i" + v
  if (v instanceof String) return hexed(v)
  if (v instanceof List) return "[" + v.collect { enc(it) }.join(",") + "]"
  "{" + v.collect { k, held -> hexed(k) + ":" + enc(held) }.join(",") + "}"
}
show = { name, v -> println(name + "\t" + enc(v)) }
@VALUES@
