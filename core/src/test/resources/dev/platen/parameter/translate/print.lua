hex = {}
for byte = 0, 255 do hex[string.char(byte)] = string.format("%02x", byte) end

function hexed(s)
  return "s" .. s:gsub(".", hex)
end

function enc(v)
  if v == nil then return "n" end
  if v == true then return "t" end
  if v == false then return "f" end
  if math.type(v) == "integer" then return "i" .. v end
  if type(v) == "number" then
    if v ~= v then return "dnan" end
    if v == math.huge then return "dinf" end
    if v == -math.huge then return "d-inf" end
    return string.format("d%.17g", v)
  end
  if type(v) == "string" then return (hexed(v)) end
  local parts = {}
  if #v > 0 or next(v) == nil then
    for _, each in ipairs(v) do parts[#parts + 1] = enc(each) end
    return "[" .. table.concat(parts, ",") .. "]"
  end
  for k, held in pairs(v) do parts[#parts + 1] = hexed(k) .. ":" .. enc(held) end
  return "{" .. table.concat(parts, ",") .. "}"
end

function show(name, v) print(name .. "\t" .. enc(v)) end
@VALUES@
