# shellcheck shell=sh disable=SC3013 # -nt: every sh has it, and POSIX since 2024
# What the launcher and the scripts share. PLATEN_HOME is set by whoever reads this file, which must stay cheap to read:
# the launcher does so on every start.

target=$PLATEN_HOME/cli/target
jar=$target/platen.jar
# What the launcher remembers lies beside the jar, or, where that is somebody else's, in the user's cache.
state=$target
[ ! -d "$target" ] || [ -w "$target" ] || state=${XDG_CACHE_HOME:-${HOME-/tmp}/.cache}/platen
# One thing a line: what it was made for, the java, then every flag which that is started with.
decision=$state/launcher.env
made_for=${PLATEN_JAVA_HOME-}:${JAVA_HOME-}:$PLATEN_HOME
venv=$PLATEN_HOME/.venv

say() { printf 'platen: %s\n' "$*" >&2; }

# fault WHAT WHERE FOUND MEND: the form of all of Platen's errors.
fault() {
  printf 'error: %s\n  where: %s\n  found: %s\n  mend:  %s\n' "$@" >&2
  exit 1
}

# run COMMAND…: says what is run, then runs it.
run() {
  printf '+ %s\n' "$*" >&2
  "$@"
}

# step WHAT COMMAND…: a progress line (on a terminal with a running clock), and the command's output only if it fails.
step() {
  what=$1 since=$(date +%s) log=$(mktemp) clock='' code=0
  trap 'rm -f "$log"; exit 130' HUP INT TERM
  shift
  if [ -t 2 ]; then
    (
      while kill -0 $$ 2>/dev/null; do
        printf '\rplaten: %s … %d s' "$what" $(($(date +%s) - since)) >&2
        sleep 1
      done
    ) &
    clock=$!
  else
    say "$what …"
  fi
  "$@" >"$log" 2>&1 </dev/null || code=$?
  took="$what: $(($(date +%s) - since)) s"
  if [ -n "$clock" ]; then
    kill "$clock" 2>/dev/null || :
    wait "$clock" 2>/dev/null || :
    printf '\r\033[K' >&2
  fi
  if [ $code -eq 0 ]; then
    say "$took"
  else
    say "$took, failed"
    tail -n 40 "$log" >&2
  fi
  rm -f "$log"
  trap - HUP INT TERM
  return $code
}

# lock FILE: held by this process and its children until it ends; where there is no flock, nobody is kept out.
lock() {
  mkdir -p "${1%/*}"
  exec 9>"$1"
  command -v flock >/dev/null || return 0
  flock -n 9 || { say 'waiting for another platen to finish its set-up' && flock 9; }
}

# --- Java -------------------------------------------------------------------------------------------------------------

# java_major HOME: sets major. Reads the release file; starting every java to ask it would take seconds.
java_major() {
  major=0
  [ -r "$1/release" ] && [ -x "$1/bin/java" ] || return 1
  while IFS= read -r line; do
    case $line in JAVA_VERSION=*)
      major=${line#*=}
      major=${major#\"}
      major=${major#1.}
      major=${major%%[!0-9]*}
      ;;
    esac
  done <"$1/release"
  [ -n "$major" ]
}

# better NEW OLD: whether a Java is to be preferred. The program runs on the newest; what checks it runs on the oldest that
# will do, for formatter and analysis know no Java that came after them.
prefer=newest
better() {
  if [ $prefer = newest ]; then
    [ "$1" -gt "$2" ]
  else
    [ "$1" -ge 17 ] && { [ "$2" -eq 0 ] || [ "$1" -lt "$2" ]; }
  fi
}

# find_java java|javac: sets java_home and java_version to the best that has the tool; PLATEN_JAVA_HOME alone counts
# when it is set. Fails when that is older than 17; java_seen then tells what was found.
find_java() {
  java_home='' java_version=0 java_seen=''
  if [ -n "${PLATEN_JAVA_HOME-}" ]; then
    set -- "$1" "$PLATEN_JAVA_HOME"
  else
    on_path=$(command -v java) && on_path=$(readlink -f "$on_path") || on_path=
    set -- "$1" "${JAVA_HOME-}" "${on_path%/bin/java}" /usr/lib/jvm/* "${SDKMAN_DIR:-${HOME-}/.sdkman}/candidates/java"/*
  fi
  tool=$1
  shift
  for candidate; do
    java_major "$candidate" || continue
    java_seen="${java_seen:+$java_seen, }Java $major in $candidate"
    if [ -x "$candidate/bin/$tool" ] && better "$major" "$java_version"; then
      java_home=$candidate java_version=$major
    fi
  done
  [ "$java_version" -ge 17 ]
}

java_where() { printf %s "${PLATEN_JAVA_HOME:-JAVA_HOME, PATH, /usr/lib/jvm and SDKMAN}"; }

installs="'$PLATEN_HOME/scripts/setup' or './platen demo' installs it on Debian 12 and 13; elsewhere install"

need_java() {
  find_java java ||
    fault 'no Java 17 or newer' "$(java_where)" "${java_seen:-no Java}" "$installs a JDK, version 17 or newer"
}

# need_maven: what it takes to compile; afterwards JAVA_HOME is what Maven compiles with.
need_maven() {
  find_java javac || fault 'no JDK (javac) 17 or newer to build with' "$(java_where)" "${java_seen:-no Java}" \
    "$installs a JDK, version 17 or newer"
  command -v mvn >/dev/null || fault 'no Maven (mvn) to build with' PATH nothing "$installs Maven 3.8 or newer"
}

maven() (
  cd "$PLATEN_HOME" || exit
  export JAVA_HOME="$java_home"
  run mvn -B -ntp -Dstyle.color=never "$@"
)

# Classes that the launcher compiled were not analysed; Maven would take them for good.
forget_classes() { rm -rf "$PLATEN_HOME"/*/target/classes "$PLATEN_HOME"/*/target/test-classes "$PLATEN_HOME"/*/target/maven-status; }

# --- The jar, and what makes it start fast ----------------------------------------------------------------------------

# Of the example, which is in the jar for 'platen new', the files count and not what runs leave among them.
built() {
  penguins=$PLATEN_HOME/examples/penguins
  [ -f "$jar" ] && [ -z "$(find "$PLATEN_HOME/pom.xml" "$PLATEN_HOME"/*/pom.xml "$PLATEN_HOME"/*/src/main \
    "$PLATEN_HOME"/web/*.json "$PLATEN_HOME/web/build.mjs" "$penguins" \( -path "$PLATEN_HOME/bench/*" -o -path "$penguins/runs" -o -path "$penguins/.*" \
    -o -name __pycache__ \) -prune -o -newer "$jar" \( ! -path "$penguins*" -o -type f \) -print -quit 2>/dev/null)" ]
}

# The folders are looked at as well: a Java that is installed or upgraded later makes them newer than the decision.
decided() {
  [ "$decision" -nt "$jar" ] && [ ! /usr/lib/jvm -nt "$decision" ] &&
    { IFS= read -r known_for && IFS= read -r java; } <"$decision" &&
    [ "$known_for" = "$made_for" ] && [ -x "$java" ] && [ ! "${java%/*}" -nt "$decision" ]
}

prepared() { built && decided; }

prepare() {
  need_java
  built || { mkdir -p "$target" && [ -w "$target" ]; } 2>/dev/null || fault 'the program is not built, or older than its sources' \
    "$jar" "a folder that $(id -un) may not write to" "run '$PLATEN_HOME/scripts/setup' as its owner"
  mkdir -p "$state" 2>/dev/null || fault 'no place to remember what was prepared' "$state" \
    "a folder that $(id -un) may not make" 'name one that you may write to: XDG_CACHE_HOME=DIR'
  lock "$state/launcher.lock"
  built || build
  decided || decide
  exec 9>&-
}

# What draws interactive figures comes from npm. It is left out where there is none: all else works without.
has_npm() { command -v node >/dev/null && command -v npm >/dev/null; }

libraries() {
  has_npm || return 0
  step 'what draws interactive figures' node "$PLATEN_HOME/web/build.mjs" ||
    say "reports will show these as pictures or text; mend that and run '$PLATEN_HOME/scripts/setup' to have them drawn"
}

build() {
  need_maven
  started=$(mktemp)
  # Removed, not overwritten: a run that is under way keeps the file it has open.
  rm -f "$jar" "$decision" "$state"/platen-*.jsa "$state"/platen-*.aot
  libraries
  [ -d "$target/classes" ] && what=building || what='building for the first time (Maven fetches its libraries)'
  step "$what" \
    maven -q -Dfast -Dmaven.test.skip -pl cli -am package ||
    fault 'the build failed' "$PLATEN_HOME" "Maven's messages above" 'mend the source, or run scripts/check for the whole of it'
  # As old as the build's start, so that an edit made meanwhile is seen.
  touch -r "$started" "$jar"
  rm -f "$started"
}

decide() {
  need_java
  java=$java_home/bin/java
  archive=$state/platen-$java_version-$({ echo "$java $jar" && cat "$java_home/release"; } | cksum | cut -d' ' -f1)
  if [ "$java_version" -ge 25 ]; then
    archive=$archive.aot made_by=-XX:AOTCacheOutput used_by=-XX:AOTCache
  else
    archive=$archive.jsa made_by=-XX:ArchiveClassesAtExit used_by=-XX:SharedArchiveFile
  fi
  [ "$archive" -nt "$jar" ] || step 'preparing a fast start' train || :
  {
    printf '%s\n' "$made_for" "$java"
    jvm_flags
    [ ! -s "$archive" ] || printf '%s\n' "$used_by=$archive"
  } >"$decision.$$"
  mv -f "$decision.$$" "$decision"
}

# Without -Xlog a stale archive is complained about on standard output. -Xshare:auto is the default; with it no AOT cache
# can be made.
jvm_flags() {
  printf '%s\n' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable -Xlog:all=error:stderr
  [ "$java_version" -lt 24 ] ||
    printf '%s\n' --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
}

# train: makes the archive from a whole study, or from one report where there is no Python kernel.
train() (
  scratch=$(mktemp -d)
  # The runs' folders are sealed: without the right to write nobody but root could remove what is in them.
  trap 'chmod -R u+w "$scratch"; rm -rf "$scratch" "$archive.new"' EXIT
  trap 'exit 130' HUP INT TERM
  cp "$PLATEN_HOME"/cli/src/main/launcher/warm-up/* "$scratch"
  trained sweep "$scratch/study.yaml" --parallel 2 --quiet ||
    trained html "$scratch/report.ipynb" -o "$scratch/report.html"
)

# What is needed for much data only would not be in the archive otherwise.
all_ways=-Dplaten.sha256.much=0
# A profile in the archive would set the compiler to work for which a short run never lives to see the gain.
no_profile='-XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining'

trained() (
  cd "$scratch" || exit
  rm -f "$archive.new"
  # Ctrl-C reaches Java, in the foreground, and what it writes into is not removed before it has ended.
  trap : HUP INT TERM
  # shellcheck disable=SC2046,SC2086 # flags, none with a blank
  JUPYTER_PATH=$venv/share/jupyter timeout --foreground 120 "$java" $(jvm_flags) $no_profile $all_ways "$made_by=$archive.new" -jar "$jar" "$@" \
    >/dev/null 2>&1 &&
    [ -s "$archive.new" ] && mv -f "$archive.new" "$archive"
)
