# Becomes the kernel ("$@"), after leaving behind a guard that ends the kernel's whole process group as soon as Platen is
# gone: Platen alone holds the other end of standard input, and the system closes it whatever ends Platen.
# A line on standard input is a signal to send, such as INT. $0 is the connection file, in a folder of its own.
pid=$$
signal() {
  kill -s "$1" -- "-$pid" 2>/dev/null || kill -s "$1" "$pid" 2>/dev/null
}
exec 3<&0 </dev/null
(
  (
    trap '' INT TERM HUP QUIT
    while read -r name <&3; do
      signal "$name"
    done
    signal KILL
    rm -f "$0"
    rmdir "${0%/*}"
  ) >/dev/null 2>&1 &
)
exec 3<&-
# A group of its own: a signal reaches all that the kernel started, and Ctrl-C in the terminal none of it.
command -v setsid >/dev/null 2>&1 && exec setsid "$@"
exec "$@"
