class Print {
  static String hexed(String s) {
    var out = new StringBuilder("w");
    s.chars().forEach(c -> out.append(java.util.HexFormat.of().toHexDigits((char) c)));
    return out.toString();
  }

  static String enc(Object v) {
    if (v == null) return "n";
    if (v instanceof Boolean b) return b ? "t" : "f";
    if (v instanceof Double d) return "d" + (d.isNaN() ? "nan" : d.isInfinite() ? (d > 0 ? "inf" : "-inf") : d.toString());
    if (v instanceof Number n) return "i" + n;
    if (v instanceof String s) return hexed(s);
    var parts = new java.util.ArrayList<String>();
    if (v instanceof java.util.List<?> list) {
      for (Object each : list) parts.add(enc(each));
      return "[" + String.join(",", parts) + "]";
    }
    ((java.util.Map<?, ?>) v).forEach((k, held) -> parts.add(hexed((String) k) + ":" + enc(held)));
    return "{" + String.join(",", parts) + "}";
  }

  static void show(String name, Object v) {
    System.out.println(name + "\t" + enc(v));
  }

  static void run(Runnable each) {
    each.run();
  }

  public static void main(String[] arguments) {
@VALUES@
  }
}
