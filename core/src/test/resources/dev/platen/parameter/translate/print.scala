def hexed(s: String): String = "w" + s.map(c => java.util.HexFormat.of().toHexDigits(c)).mkString

def enc(v: Any): String = v match
  case None => "n"
  case b: Boolean => if b then "t" else "f"
  case d: Double => "d" + (if d.isNaN then "nan" else if d.isInfinite then (if d > 0 then "inf" else "-inf") else d.toString)
  case i: Int => "i" + i
  case l: Long => "i" + l
  case b: BigInt => "i" + b
  case s: String => hexed(s)
  case list: Seq[?] => "[" + list.map(enc).mkString(",") + "]"
  case map: Map[?, ?] => "{" + map.map((k, held) => hexed(k.toString) + ":" + enc(held)).mkString(",") + "}"

def show(name: String, v: Any): Unit = println(name + "\t" + enc(v))

object Printed {
  def main(arguments: Array[String]): Unit = {
@VALUES@
  }
}
