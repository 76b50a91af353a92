hexed() { printf %s "$1" | od -An -v -tx1 | tr -d ' \n'; }
show() {
  declare -n value=$1
  local key out=''
  case $(declare -p "$1") in
    'declare -a'*)
      for key in "${!value[@]}"; do out+=",s$(hexed "${value[$key]}")"; done
      printf '%s\t[%s]\n' "$1" "${out#,}"
      ;;
    'declare -A'*)
      for key in "${!value[@]}"; do out+=",s$(hexed "$key"):s$(hexed "${value[$key]}")"; done
      printf '%s\t{%s}\n' "$1" "${out#,}"
      ;;
    *) printf '%s\ts%s\n' "$1" "$(hexed "$value")" ;;
  esac
}
@VALUES@
