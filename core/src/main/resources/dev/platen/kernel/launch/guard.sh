# Becomes the kernel ("$@"), after leaving behind a guard that ends the kernel's whole process group as soon as Platen is
# gone: Platen alone holds the other end of standard input, and the system closes it whatever ends Platen.
# The first line on standard input is the connection file's content, every other a signal to send, such as INT.
# $0 is the connection file, in a folder that is made here and nowhere else, so that whoever makes it removes it.
pid=$$
dir=${0%/*}
signal() {
  kill -s "$1" -- "-$pid" 2>/dev/null || kill -s "$1" "$pid" 2>/dev/null
}
# Never through a link, nor into what the notebook mounted there. What escaped the group may still be writing.
remove() {
  for attempt in 1 2 3 4; do
    rm -f "$0"
    rmdir "$dir/tmp" "$dir" && return
    find "$dir" -xdev -type d ! -perm -700 -exec chmod u+rwx {} \;
    find "$dir" -xdev -depth ! -type d -exec rm -f {} +
    find "$dir" -xdev -depth -type d -exec rmdir {} +
    [ -d "$dir" ] || return
    sleep 1
  done
}
exec 3<&0 </dev/null
(
  trap '' INT TERM HUP QUIT
  IFS= read -r connection <&3 || exit
  mkdir -m 700 "$dir" "$dir/tmp" || exit
  (
    while read -r name <&3; do
      signal "$name"
    done
    signal KILL
    remove
  ) >/dev/null 2>&1 &
  umask 077
  printf '%s\n' "$connection" >"$0"
) || exit
exec 3<&-
# A group of its own: a signal reaches all that the kernel started, and Ctrl-C in the terminal none of it.
command -v setsid >/dev/null 2>&1 && exec setsid "$@"
exec "$@"
