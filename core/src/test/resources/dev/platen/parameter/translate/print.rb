def hexed(s) = "s" + s.encode("UTF-8").unpack1("H*")

def enc(v)
  case v
  when nil then "n"
  when true then "t"
  when false then "f"
  when Integer then "i#{v}"
  when Float then "d" + (v.nan? ? "nan" : v.infinite? ? (v > 0 ? "inf" : "-inf") : format("%.17g", v))
  when String then hexed(v)
  when Array then "[" + v.map { enc(_1) }.join(",") + "]"
  else "{" + v.map { |k, held| hexed(k) + ":" + enc(held) }.join(",") + "}"
  end
end

def show(name, v) = puts("#{name}\t#{enc(v)}")
@VALUES@
