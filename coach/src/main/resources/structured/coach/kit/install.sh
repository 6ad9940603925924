#!/bin/sh
# Sets up the tutorial on a laptop from this kit, without a network:
#
#   sh install.sh                 into the folder "structured" in your home
#   sh install.sh --to FOLDER     into another one, which isn't there yet
#   sh install.sh --all           with the kit's own JDK and Maven, even if there are others here
#   sh install.sh --lang TAG      in that language, if it isn't the one of this machine
#
# It asks nothing, and changes neither your shell's start-up files nor Maven's settings. Start it again whenever it was
# stopped: it goes on from there, and never touches what you have written.
# Exit status: 0 this machine is ready, 2 it is not.
set -u
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE

say() { printf '%s\n' "$@"; }
kit=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 2

# ---- What it says, in their language: as in the tutorial's launcher ---------------------------------------------------
spoken=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} lang=''
if [ -z "$spoken" ]; then case $(uname) in MINGW* | MSYS*) spoken=$(locale -uU 2>/dev/null) ;; esac; fi
sentences=$kit script=install

# The file with what is said in their language; none for the one that all is written in.
their_words() {
  called=${lang:-${spoken%%[.@]*}} in=$sentences of=$script awk '
    BEGIN { called = tolower(ENVIRON["called"]); gsub(/_/, "-", called); split(called, part, "-") }
    { split(tolower($1), its, "-"); if (tolower($1) == called || its[1] == part[1] && tag == "") tag = $1 }
    END { print ENVIRON["in"] "/" ENVIRON["of"] "." tag ".txt" }' "$sentences/languages.txt" 2>/dev/null
}

# A sentence, each %1, %2, ... in it replaced by what is given behind it: tell SENTENCE VALUE... In another language it is the
# line that is indented below it in that file.
tell() {
  words=$(their_words) awk 'BEGIN {
    text = ARGV[1]
    while ((getline line <ENVIRON["words"]) > 0) if (line == text) { getline text <ENVIRON["words"]; sub(/^ +/, "", text); break }
    gsub(/\\n/, "\n", text)
    while (match(text, /%[1-9]/)) {
      said = said substr(text, 1, RSTART - 1) ARGV[1 + substr(text, RSTART + 1, 1)]
      text = substr(text, RSTART + 2)
    }
    print said text
  }' "$@"
}
fail() { tell "$@" >&2; exit 2; }

# How it is called, as above; in another language, as that has it.
usage() {
  sed -n 's/^#   //p' "$(their_words)" 2>/dev/null | grep . || sed -n 's/^#   //p' "$0"
}

home=${HOME:-}
if [ -z "$home" ] || [ ! -d "$home" ]; then fail "HOME names no folder: '%1'. It has to be your home." "$home"; fi
to=$home/structured all=''
while [ $# -gt 0 ]; do
  case $1 in
    --to) [ -n "${2:-}" ] || fail "After --to comes a folder."; to=$2; shift ;;
    --to=?*) to=${1#--to=} ;;
    --all) all=yes ;;
    --lang) [ -n "${2:-}" ] || fail "After --lang comes a language."; lang=$2; shift ;;
    --lang=?*) lang=${1#--lang=} ;;
    -h | --help) usage; exit ;;
    *) fail "install.sh knows no %1. It is called like this:\n%2" "$1" "$(usage | sed 's/^/  /')" ;;
  esac
  shift
done

# On Windows a folder may be named as there.
if command -v cygpath >/dev/null; then to=$(cygpath -u "$to"); fi
case $to in /*) ;; *) to=$PWD/$to ;; esac
to=${to%/}
case $to/ in
  *:*) fail "There is a colon in %1\nJava and Maven take that for two folders. Name another one: --to FOLDER" "$to" ;;
  "$kit"/*) fail "%1 is inside the kit. Name a folder on this machine: --to FOLDER" "$to" ;;
esac

# Java takes the letters of files' names from the locale. Those of C, and of one that isn't installed, know nothing but ASCII.
if command -v locale >/dev/null && [ "$(uname)" != Darwin ]; then
  case $(locale charmap 2>/dev/null) in ANSI* | *ASCII*) export LC_ALL=C.UTF-8 ;; esac
fi

# ---- The kit itself -------------------------------------------------------------------------------------------------
# What kit.txt says: told NAME
told() { sed -n "s/^$1=//p" "$kit/kit.txt"; }

if [ ! -f "$kit/SHA256SUMS" ] || [ ! -f "$kit/kit.txt" ]; then
  fail "This kit is not whole: it was not finished, or not all of it was copied.\nTake another copy, or make it again: ./workshop kit FOLDER"
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
  [ -n "$wanted" ] || fail "SHA256SUMS says nothing of %1: this kit is not whole.\nTake another copy of the kit." "$1"
  if [ ! -r "$kit/$1" ] || [ "$(sum_of "$kit/$1")" != "$wanted" ]; then
    fail "%1 is damaged, or wasn't copied as a whole.\nNothing of it was used. Take another copy of the kit." "$1"
  fi
}

# Fails if there is no room: room FOLDER MEGABYTES
room() {
  at=$1
  while [ ! -d "$at" ]; do at=$(dirname -- "$at"); done
  free=$(df -Pk "$at" 2>/dev/null | sed -n '2s/.* \([0-9][0-9]*\)  *[0-9]*%.*/\1/p')
  case $free in '' | *[!0-9]*) return ;; esac
  [ "$free" -ge "$(($2 * 1024))" ] ||
    fail "There is too little room on the disk of %1:\n%2 MB are needed, and %3 MB are free. Make room, then start this again." "$at" "$2" "$((free / 1024))"
}

# ---- The clone ------------------------------------------------------------------------------------------------------
clone() {
  if [ -f "$to/workshop" ] && [ -d "$to/modules" ]; then
    tell "The tutorial is in %1 already: what is there stays." "$to"
    grep -q -e '--missing)' "$to/workshop" || other_state
    if [ -d "$to/.git" ] && ! git -C "$to" merge-base --is-ancestor "$(told commit)" HEAD 2>/dev/null; then other_state; fi
    return
  fi
  if [ -e "$to" ] && ! rmdir "$to" 2>/dev/null; then
    fail "%1 is there already, and it isn't the tutorial.\nName another folder: sh install.sh --to FOLDER" "$to"
  fi
  check tutorial.bundle
  room "$to" 150
  part=$(dirname -- "$to")/.structured-kit.part
  rm -rf "$part"
  tell "Cloning the tutorial into %1" "$to"
  if ! mkdir -p "$(dirname -- "$to")" || ! git clone -q -o origin -b main "$kit/tutorial.bundle" "$part" || ! git -C "$part" remote rm origin || ! mv "$part" "$to"; then
    rm -rf "$part"
    fail "The tutorial could not be cloned into %1: see above.\nIs the disk full, or may you not write there? Then: --to FOLDER" "$to"
  fi
}

other_state() {
  fail "It is of another state than this kit, and stays as it is. Either install beside it:\n  sh install.sh --to FOLDER\nor, where ./workshop works there, have it updated; your code is kept:\n  cd '%1'\n  ./workshop update '%2/tutorial.bundle'" "$to" "$kit"
}

# ---- JDK and Maven --------------------------------------------------------------------------------------------------
# What the launcher doesn't find here: "jdk", "maven", both or nothing.
missing() { workshop setup --missing; }
# The launcher there, in the same language.
workshop() { if [ -n "$lang" ]; then set -- "$@" --lang "$lang"; fi; sh "$to/workshop" "$@"; }

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
    fail "There is no JDK 21 on this machine, and none for %1 in this kit.\nThe kit has: %2\nUnpack a JDK 21 for %1 into %3, then start this again." \
      "$this" "$(cut -d' ' -f1 "$kit/jdks.txt" | sort -u | tr '\n' ' ')" "$home/.jdks"
  fi
  check "$file"
  room "$home" "$(($(wc -c <"$kit/$file") / 500000))"
  part=$home/.jdks/.kit.part
  rm -rf "$part"
  tell "Unpacking %1 into %2" "JDK $version" "$home/.jdks"
  mkdir -p "$part" || fail "%1 can't be made." "$home/.jdks"
  case $file in
    *.zip) unzip -q "$kit/$file" -d "$part" ;;
    *) tar -xzof "$kit/$file" -C "$part" ;;
  esac || { rm -rf "$part"; fail "The JDK could not be unpacked: see above. Is the disk full?"; }
  # In a folder of its own, mostly; on macOS two further down.
  for release in "$part"/release "$part"/*/release "$part"/*/Contents/Home/release; do if [ -f "$release" ]; then jdk=$(dirname "$release"); fi; done
  "$jdk/bin/java" -version >/dev/null 2>&1 || {
    why=$("$jdk/bin/java" -version 2>&1 | head -n 1)
    rm -rf "$part"
    fail "The kit's JDK for %1 doesn't start on this machine: %2\nUnpack another JDK 21 into %3, then start this again." "$this" "$why" "$home/.jdks"
  }
  inside=${jdk#"$part"}
  top=${inside#/} top=${top%%/*}
  place=$home/.jdks/${top:-jdk-$version}
  # One of that name may be there, whole or not. It isn't ours to change.
  if [ -e "$place" ]; then place=$place-kit; rm -rf "$place"; fi
  mv "$part/$top" "$place" || fail "The JDK could not be moved to %1." "$place"
  rm -rf "$part"
  jdk=$place${inside#"/$top"}
  say "$version $jdk" >"$to/.workshop/jdk"
}

# Java says what came of it, and fills in the values itself: unpack ZIP FOLDER
# shellcheck disable=SC2016
unpack() {
  "$jdk/bin/java" "$to/coach/src/main/java/structured/coach/kit/Unpack.java" "$1" "$2" "$(tell "%1: %2 files were added in %3" '%1$s' '%2$d' '%3$s')" \
    "$(tell "%1 could not be unpacked into %2: %3\nIs the disk full, or may you not write there? Mend that, and start it again: it goes on where it stopped." '%1$s' '%2$s' '%3$s')"
}

# Unpacks the kit's Maven into the tutorial's folder, where only its launcher looks.
get_maven() {
  check maven.zip
  tell "Unpacking %1 into %2" Maven "$to/.workshop/kit"
  mkdir -p "$to/.workshop/kit" && unpack "$kit/maven.zip" "$to/.workshop/kit" || exit 2
  chmod +x "$to"/.workshop/kit/*/bin/mvn
}

# For terminals in which Maven is to be typed: JAVA_HOME and the PATH, for as long as such a terminal is open.
write_env() {
  maven=''
  for mvn in "$to"/.workshop/kit/*/bin/mvn; do if [ -x "$mvn" ]; then maven=$(dirname "$mvn"); fi; done
  mkdir -p "$to/.workshop/kit"
  {
    say "# $(tell "Maven and the JDK 21 in this terminal:")  . .workshop/kit/env"
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
  fail "There is no git on this machine, and the tutorial can't be cloned without.\nInstall git, then start this again. Is there one in the kit's folder extras? There is: %1" \
    "$(ls "$kit/extras" 2>/dev/null || tell "nothing")"
clone
mkdir -p "$to/.workshop" 2>/dev/null
[ -w "$to/.workshop" ] || fail "Nothing can be written in %1\nIs it another user's? Name another folder: --to FOLDER" "$to"
needs=$(missing) || exit 2
case $all$needs in *yes* | *jdk*) get_jdk ;; *) read -r version jdk <"$to/.workshop/jdk" ;; esac
case $all$(missing) in *yes* | *maven*) get_maven ;; esac
write_env
check repository.zip
room "$home" "$(told repository-mb)"
tell "Adding Maven's downloads"
workshop setup --kit "$kit/repository.zip" || exit 2
if [ -f "$kit/update.bundle" ]; then
  check update.bundle
  workshop update "$kit/update.bundle" || exit 2
fi
workshop doctor || fail "\nThis machine is not ready yet: the lines above say what is missing. Then start this again."
tell "\nBegin like this:\n%1" "  cd '$to'
  ./workshop watch 01"
if [ -n "$all$needs" ] || ! command -v mvn >/dev/null; then
  tell "\nBefore you type mvn in a terminal, in that folder:\n%1" "  . .workshop/kit/env"
fi
