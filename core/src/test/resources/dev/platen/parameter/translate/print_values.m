1;
function s = hexed(v)
  digits = "0123456789abcdef";
  bytes = double(uint8(v(:)'));
  s = ["s" [digits(floor(bytes / 16) + 1); digits(mod(bytes, 16) + 1)](:)'];
end
function s = enc(v)
  if ischar(v)
    s = hexed(v);
  elseif iscell(v)
    s = ["[" strjoin(cellfun(@enc, v, "UniformOutput", false), ",") "]"];
  elseif isobject(v)
    k = keys(v);
    s = ["{" strjoin(cellfun(@(each) [hexed(each) ":" enc(v(each))], k, "UniformOutput", false), ",") "}"];
  elseif islogical(v)
    s = ifelse(v);
  elseif isinteger(v)
    s = sprintf("i%d", v);
  elseif isnan(v)
    s = "dnan";
  elseif isinf(v)
    s = sprintf("d%sinf", repmat("-", 1, v < 0));
  else
    s = sprintf("d%.17g", v);
  end
end
function s = ifelse(v)
  if v s = "t"; else s = "f"; end
end
function show(name, v)
  printf("%s\t%s\n", name, enc(v));
end
@VALUES@
