#!/bin/sh
# Sets up the tutorial on a laptop from this kit, without a network:
#
#   sh install.sh                 into the folder "structured" in your home
#   sh install.sh --to FOLDER     into another one, which isn't there yet
#   sh install.sh --all           with the kit's own JDK and Maven, even if there are others here
#
# It asks nothing, and changes neither your shell's start-up files nor Maven's settings. Start it again whenever it was
# stopped: it goes on from there, and never touches what you have written.
# Exit status: 0 this machine is ready, 2 it is not.
set -u
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE

say() { printf '%s\n' "$@"; }
fail() { say "$@" >&2; exit 2; }

kit=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 2
home=${HOME:-}
if [ -z "$home" ] || [ ! -d "$home" ]; then fail "HOME names no folder: '$home'. It has to be your home."; fi
to=$home/structured all=''
while [ $# -gt 0 ]; do
  case $1 in
    --to) [ -n "${2:-}" ] || fail "After --to comes a folder."; to=$2; shift ;;
    --to=?*) to=${1#--to=} ;;
    --all) all=yes ;;
    -h | --help) sed -n 's/^#   //p' "$0"; exit ;;
    *) fail "install.sh knows no $1. It is called like this:" "$(sed -n 's/^#   /  /p' "$0")" ;;
  esac
  shift
done

# On Windows a folder may be named as there.
if command -v cygpath >/dev/null; then to=$(cygpath -u "$to"); fi
case $to in /*) ;; *) to=$PWD/$to ;; esac
to=${to%/}
case $to/ in
  *:*) fail "There is a colon in $to" "Java and Maven take that for two folders. Name another one: --to FOLDER" ;;
  "$kit"/*) fail "$to is inside the kit. Name a folder on this machine: --to FOLDER" ;;
esac

# Java takes the letters of files' names from the locale. Those of C, and of one that isn't installed, know nothing but ASCII.
if command -v locale >/dev/null && [ "$(uname)" != Darwin ]; then
  case $(locale charmap 2>/dev/null) in ANSI* | *ASCII*) export LC_ALL=C.UTF-8 ;; esac
fi

# ---- The kit itself -------------------------------------------------------------------------------------------------
# What kit.txt says: told NAME
told() { sed -n "s/^$1=//p" "$kit/kit.txt"; }

if [ ! -f "$kit/SHA256SUMS" ] || [ ! -f "$kit/kit.txt" ]; then
  fail "This kit is not whole: it was not finished, or not all of it was copied." "Take another copy, or make it again: ./workshop kit FOLDER"
fi

sum_of() {
  if command -v sha256sum >/dev/null; then sha256sum <"$1"
  elif command -v shasum >/dev/null; then shasum -a 256 <"$1"
  else openssl dgst -sha256 -r <"$1"
  fi | cut -c 1-64
}

# Fails unless a file of the kit is what it was when the kit was made.
check() {
  wanted=''
  while read -r sum name; do if [ "$name" = "$1" ]; then wanted=$sum; fi; done <"$kit/SHA256SUMS"
  [ -n "$wanted" ] || fail "SHA256SUMS says nothing of $1: this kit is not whole." "Take another copy of the kit."
  if [ ! -r "$kit/$1" ] || [ "$(sum_of "$kit/$1")" != "$wanted" ]; then
    fail "$1 is damaged, or wasn't copied as a whole." "Nothing of it was used. Take another copy of the kit."
  fi
}

# Fails if there is no room: room FOLDER MEGABYTES
room() {
  at=$1
  while [ ! -d "$at" ]; do at=$(dirname -- "$at"); done
  free=$(df -Pk "$at" 2>/dev/null | sed -n '2s/.* \([0-9][0-9]*\)  *[0-9]*%.*/\1/p')
  case $free in '' | *[!0-9]*) return ;; esac
  [ "$free" -ge "$(($2 * 1024))" ] ||
    fail "There is too little room on the disk of $at:" "$2 MB are needed, and $((free / 1024)) MB are free. Make room, then start this again."
}

# ---- The clone ------------------------------------------------------------------------------------------------------
clone() {
  if [ -f "$to/workshop" ] && [ -d "$to/modules" ]; then
    say "The tutorial is in $to already: what is there stays."
    grep -q -e '--missing)' "$to/workshop" || other_state
    if [ -d "$to/.git" ] && ! git -C "$to" merge-base --is-ancestor "$(told commit)" HEAD 2>/dev/null; then other_state; fi
    return
  fi
  if [ -e "$to" ] && ! rmdir "$to" 2>/dev/null; then
    fail "$to is there already, and it isn't the tutorial." "Name another folder: sh install.sh --to FOLDER"
  fi
  check tutorial.bundle
  room "$to" 150
  part=$(dirname -- "$to")/.structured-kit.part
  rm -rf "$part"
  say "Cloning the tutorial into $to"
  if ! mkdir -p "$(dirname -- "$to")" || ! git clone -q -o origin -b main "$kit/tutorial.bundle" "$part" || ! git -C "$part" remote rm origin || ! mv "$part" "$to"; then
    rm -rf "$part"
    fail "The tutorial could not be cloned into $to: see above." "Is the disk full, or may you not write there? Then: --to FOLDER"
  fi
}

other_state() {
  fail "It is of another state than this kit, and stays as it is. Either install beside it:" "  sh install.sh --to FOLDER" \
    "or, where ./workshop works there, have it updated; your code is kept:" "  cd '$to'" "  ./workshop update '$kit/tutorial.bundle'"
}

# ---- JDK and Maven --------------------------------------------------------------------------------------------------
# What the launcher doesn't find here: "jdk", "maven", both or nothing.
missing() { sh "$to/workshop" setup --missing; }

platform() {
  case $(uname -s) in
    Linux) system=linux; if (ldd --version 2>&1 || :) | grep -qi musl; then system=linux-musl; fi ;;
    Darwin) system=macos ;;
    MINGW* | MSYS* | CYGWIN*) system=windows ;;
    *) system=$(uname -s) ;;
  esac
  case $(uname -m) in
    x86_64 | amd64) say "$system-x64" ;;
    aarch64 | arm64) say "$system-aarch64" ;;
    *) say "$system-$(uname -m)" ;;
  esac
}

# Unpacks the kit's JDK into ~/.jdks, where the launcher, Maven and IntelliJ IDEA look for one.
get_jdk() {
  this=$(platform) version='' file=''
  while read -r other number name; do
    if [ "$other" = "$this" ]; then version=$number file=$name; fi
  done <"$kit/jdks.txt"
  if [ -z "$file" ]; then
    fail "There is no JDK 21 on this machine, and none for $this in this kit." \
      "The kit has: $(cut -d' ' -f1 "$kit/jdks.txt" | sort -u | tr '\n' ' ')" \
      "Unpack a JDK 21 for $this into $home/.jdks, then start this again."
  fi
  check "$file"
  room "$home" "$(($(wc -c <"$kit/$file") / 500000))"
  part=$home/.jdks/.kit.part
  rm -rf "$part"
  say "Unpacking JDK $version into $home/.jdks"
  mkdir -p "$part" || fail "$home/.jdks can't be made."
  case $file in
    *.zip) unzip -q "$kit/$file" -d "$part" ;;
    *) tar -xzof "$kit/$file" -C "$part" ;;
  esac || { rm -rf "$part"; fail "The JDK could not be unpacked: see above. Is the disk full?"; }
  # In a folder of its own, mostly; on macOS two further down.
  for release in "$part"/release "$part"/*/release "$part"/*/Contents/Home/release; do if [ -f "$release" ]; then jdk=$(dirname "$release"); fi; done
  "$jdk/bin/java" -version >/dev/null 2>&1 || {
    why=$("$jdk/bin/java" -version 2>&1 | head -n 1)
    rm -rf "$part"
    fail "The kit's JDK for $this doesn't start on this machine: $why" "Unpack another JDK 21 into $home/.jdks, then start this again."
  }
  inside=${jdk#"$part"}
  top=${inside#/} top=${top%%/*}
  place=$home/.jdks/${top:-jdk-$version}
  # One of that name may be there, whole or not. It isn't ours to change.
  if [ -e "$place" ]; then place=$place-kit; rm -rf "$place"; fi
  mv "$part/$top" "$place" || fail "The JDK could not be moved to $place."
  rm -rf "$part"
  jdk=$place${inside#"/$top"}
  say "$version $jdk" >"$to/.workshop/jdk"
}

# Unpacks the kit's Maven into the tutorial's folder, where only its launcher looks.
get_maven() {
  check maven.zip
  say "Unpacking Maven into $to/.workshop/kit"
  mkdir -p "$to/.workshop/kit" && "$jdk/bin/java" "$to/coach/src/main/java/structured/coach/kit/Unpack.java" "$kit/maven.zip" "$to/.workshop/kit" || exit 2
  chmod +x "$to"/.workshop/kit/*/bin/mvn
}

# For terminals in which Maven is to be typed: JAVA_HOME and the PATH, for as long as such a terminal is open.
write_env() {
  maven=''
  for mvn in "$to"/.workshop/kit/*/bin/mvn; do if [ -x "$mvn" ]; then maven=$(dirname "$mvn"); fi; done
  mkdir -p "$to/.workshop/kit"
  {
    say "# Maven and the JDK 21 in this terminal:  . .workshop/kit/env"
    say "export JAVA_HOME=$(quoted "$jdk")"
    say "export PATH=$(quoted "$jdk/bin${maven:+:$maven}"):\$PATH"
  } >"$to/.workshop/kit/env"
  if command -v cygpath >/dev/null; then
    # For cmd.exe:  .workshop\kit\env
    windows=$(cygpath -w "$jdk")
    printf '%s\r\n' "@set \"JAVA_HOME=$windows\"" \
      "@set \"PATH=$windows\\bin;${maven:+$(cygpath -w "$maven");}%PATH%\"" >"$to/.workshop/kit/env.cmd"
  fi
}
quoted() { printf "'%s'" "$(say "$1" | sed "s/'/'\\\\''/g")"; }

# ---- All of it ------------------------------------------------------------------------------------------------------
# macOS has a git that only opens a window, which wants the network.
has_git() { command -v git >/dev/null && { [ "$(uname)" != Darwin ] || xcode-select -p >/dev/null 2>&1; }; }
has_git ||
  fail "There is no git on this machine, and the tutorial can't be cloned without." \
    "Install git, then start this again. Is there one in the kit's folder extras? There is: $(ls "$kit/extras" 2>/dev/null || say nothing)"
clone
mkdir -p "$to/.workshop" 2>/dev/null
[ -w "$to/.workshop" ] || fail "Nothing can be written in $to" "Is it another user's? Name another folder: --to FOLDER"
needs=$(missing) || exit 2
case $all$needs in *yes* | *jdk*) get_jdk ;; *) read -r version jdk <"$to/.workshop/jdk" ;; esac
case $all$(missing) in *yes* | *maven*) get_maven ;; esac
write_env
check repository.zip
room "$home" "$(told repository-mb)"
say "Adding Maven's downloads"
sh "$to/workshop" setup --kit "$kit/repository.zip" || exit 2
if [ -f "$kit/update.bundle" ]; then
  check update.bundle
  sh "$to/workshop" update "$kit/update.bundle" || exit 2
fi
sh "$to/workshop" doctor || fail "" "This machine is not ready yet: the lines above say what is missing. Then start this again."
say "" "Begin like this:" "  cd '$to'" "  ./workshop watch 01"
if [ -n "$all$needs" ] || ! command -v mvn >/dev/null; then
  say "" "Before you type mvn in a terminal, in that folder:" "  . .workshop/kit/env"
fi
