#!/usr/bin/env bash
# Cut Bricolage Grotesque to French and English: scripts/cut-font.sh FOLDER
#
# FOLDER holds the static files of the family (npm: @expo-google-fonts/bricolage-grotesque).
# Needs pyftsubset (pip: fonttools). Run by hand when the family changes: the result is
# committed, so that pictures look the same on every machine.
set -euo pipefail
cd "$(dirname "$0")/.."
source_folder=$1
glyphs="U+20-7E,U+A0-FF,U+152-153,U+178,U+2010-2015,U+2018-201E,U+2022,U+2026,U+202F,U+2030,U+2039-203A,U+2080-2089,U+20AC,U+2190-2193,U+2212,U+2248,U+2260,U+2264-2265"
for weight in 400Regular 600SemiBold 800ExtraBold; do
  name=BricolageGrotesque_$weight.ttf
  pyftsubset "$source_folder/$weight/$name" --unicodes="$glyphs" \
    --layout-features=kern,mark,mkmk,ccmp,locl --no-hinting --name-IDs=0,1,2,4,6,13,14,16,17 \
    --output-file="climact_issy/web/fonts/${name/_[0-9]*/}-${weight:3}.ttf"
done
cp "$source_folder/LICENSE_FONT" climact_issy/web/fonts/OFL.txt
