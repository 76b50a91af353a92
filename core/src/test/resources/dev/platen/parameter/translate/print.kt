fun hexed(s: String) = "w" + s.map { java.util.HexFormat.of().toHexDigits(it) }.joinToString("")

fun enc(v: Any?): String = when (v) {
    null -> "n"
    true -> "t"
    false -> "f"
    is Double -> "d" + if (v.isNaN()) "nan" else if (v.isInfinite()) (if (v > 0) "inf" else "-inf") else v.toString()
    is Number -> "i$v"
    is String -> hexed(v)
    is List<*> -> "[" + v.joinToString(",") { enc(it) } + "]"
    else -> "{" + (v as Map<*, *>).entries.joinToString(",") { hexed(it.key as String) + ":" + enc(it.value) } + "}"
}

fun show(name: String, v: Any?) = println(name + "\t" + enc(v))

fun main() {
@VALUES@
}
