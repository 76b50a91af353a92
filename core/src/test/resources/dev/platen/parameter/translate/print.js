const hexed = s => s.split("").map(c => (0x10000 + c.charCodeAt(0)).toString(16).slice(1)).join("");
const number = v => Number.isNaN(v) ? "nan" : v === Infinity ? "inf" : v === -Infinity ? "-inf" : Object.is(v, -0) ? "-0" : String(v);
const enc = v =>
  v === null ? "n"
  : v === true ? "t"
  : v === false ? "f"
  : typeof v === "bigint" ? "i" + v
  : typeof v === "number" ? "d" + number(v)
  : typeof v === "string" ? "w" + hexed(v)
  : Array.isArray(v) ? "[" + v.map(enc).join(",") + "]"
  : "{" + Object.getOwnPropertyNames(v).map(k => "w" + hexed(k) + ":" + enc(v[k])).join(",") + "}";
const show = (name, v) => console.log(name + "\t" + enc(v));
@VALUES@
