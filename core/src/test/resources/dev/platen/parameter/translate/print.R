hex <- function(s) paste(as.character(charToRaw(enc2utf8(s))), collapse = "")
enc <- function(v) {
  if (is.null(v)) return("n")
  if (is.list(v) && !is.null(names(v))) {
    pairs <- vapply(seq_along(v), function(i) paste0("s", hex(names(v)[i]), ":", enc(v[[i]])), "")
    return(paste0("{", paste(pairs, collapse = ","), "}"))
  }
  if (is.list(v)) return(paste0("[", paste(vapply(v, enc, ""), collapse = ","), "]"))
  if (is.logical(v)) return(if (v) "t" else "f")
  if (is.numeric(v)) return(if (is.nan(v)) "dnan" else if (is.infinite(v)) (if (v > 0) "dinf" else "d-inf") else sprintf("d%.17g", v))
  paste0("s", hex(v))
}
show <- function(name, v) cat(name, "\t", enc(v), "\n", sep = "")
@VALUES@
