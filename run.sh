#!/usr/bin/env bash
# The only front door: builds what is missing or out of date, then runs the command.
#   ./run.sh demo [--out DIR]      the incident of 2022-04-13, end to end
#   ./run.sh test                  every test of the project
#   ./run.sh --help                all other commands
# JAVA_OPTS is passed to the Java machine, e.g. JAVA_OPTS=-Xmx256m ./run.sh reconcile ...
set -euo pipefail

self="${BASH_SOURCE[0]}"
while [ -L "$self" ]; do
  link="$(readlink "$self")"
  case "$link" in
    /*) self="$link" ;;
    *) self="$(dirname "$self")/$link" ;;
  esac
done
root="$(cd "$(dirname "$self")" && pwd -P)"

# fail EXIT-CODE MESSAGE: messages read WHERE: WHAT. CONSEQUENCE. REMEDY.
fail() {
  echo "run.sh: $2" >&2
  exit "$1"
}

# Arguments and file names may hold Chinese, whatever the machine's locale.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
  *[Uu][Tt][Ff]*8*) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
  java="$JAVA_HOME/bin/java"
else
  java="$(command -v java || true)"
fi
[ -n "$java" ] || fail 3 "no java found, expected a JDK of version 17 or later. Nothing was started. Install one, or set JAVA_HOME."
version="$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)"
[ "${version:-0}" -ge 17 ] || fail 3 "$java is of version ${version:-unknown}, expected 17 or later. Nothing was started. Install a newer JDK, or set JAVA_HOME."

need_maven() {
  command -v mvn >/dev/null || fail 3 "no mvn found, expected Maven 3.8 or later. Nothing was built. Install Maven."
}

# is_built MODULE: no source is newer than the last build.
is_built() {
  local stamp="$root/$1/target/.built"
  [ -f "$stamp" ] && [ -z "$(find "$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main -newer "$stamp" -print -quit)" ]
}

# build MODULE: packages it with all it needs. Two that build at once would spoil each other's classes,
# so where the machine has flock the second waits, and finds it built.
build() {
  local module="$1" log="$root/$1/target/build.log"
  is_built "$module" && return
  need_maven
  mkdir -p "$root/target" "$root/$module/target"
  exec 9>"$root/target/build.lock"
  if command -v flock >/dev/null && ! flock --nonblock 9; then
    echo "waiting for another build" >&2
    flock 9
    if is_built "$module"; then
      exec 9>&-
      return
    fi
  fi
  echo "building $module (its first build loads libraries; log: $log)" >&2
  for part in app "$module"; do
    mkdir -p "$root/$part/target"
    rm -rf "$root/$part/target/lib" "$root/$part"/target/*.jar "$root/$part/target/.built"
    touch "$root/$part/target/.begun"
  done
  if ! (cd "$root" && mvn -q -B -DskipTests package -pl "$module" -am) >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    fail 70 "the build failed, see above and $log. Nothing was started. Check the network and the sources."
  fi
  for part in app "$module"; do
    if [ -f "$root/$part/target/.begun" ]; then
      mv "$root/$part/target/.begun" "$root/$part/target/.built"
    fi
  done
  exec 9>&-
}

# start MODULE MAIN ARGUMENTS: in place of this shell, so that signals arrive.
start() {
  local module="$1" main="$2" terminal=false columns=80
  shift 2
  build "$module"
  if [ -t 2 ]; then
    terminal=true
    columns="$(stty size <&2 2>/dev/null | cut -d ' ' -f 2)"
  fi
  # shellcheck disable=SC2086  # JAVA_OPTS is a list of options
  exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto \
    -Dparcelrecon.terminal="$terminal" -Dparcelrecon.columns="${columns:-80}" ${JAVA_OPTS:-} \
    -cp "$root/$module/target/*:$root/$module/target/lib/*" "$main" "$@"
}

case "${1:-}" in
  demo)
    shift
    start demo parcelrecon.demo.DemoMain "$@"
    ;;
  test)
    shift
    need_maven
    cd "$root"
    exec mvn -B -ntp verify "$@"
    ;;
  *)
    start app parcelrecon.app.Main "$@"
    ;;
esac
