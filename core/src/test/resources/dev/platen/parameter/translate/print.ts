export {};
declare const console: any;
const hexed = (s: string) => s.split("").map((c: string) => (0x10000 + c.charCodeAt(0)).toString(16).slice(1)).join("");
const number = (v: number) => Number.isNaN(v) ? "nan" : v === Infinity ? "inf" : v === -Infinity ? "-inf" : Object.is(v, -0) ? "-0" : String(v);
const enc = (v: any): string =>
  v === null ? "n"
  : v === true ? "t"
  : v === false ? "f"
  : typeof v === "bigint" ? "i" + v
  : typeof v === "number" ? "d" + number(v)
  : typeof v === "string" ? "w" + hexed(v)
  : Array.isArray(v) ? "[" + v.map(enc).join(",") + "]"
  : "{" + Object.getOwnPropertyNames(v).map((k: string) => "w" + hexed(k) + ":" + enc(v[k])).join(",") + "}";
const show = (name: string, v: any) => console.log(name + "\t" + enc(v));
@VALUES@
