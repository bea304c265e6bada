#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Walks through the packages as a school would: the Linux archive in a folder with Cyrillic letters and a space, without any
# other Java; the same by a browser against the clock, from unpacking to a practice that another school finds; the .deb in a clean
# Debian: installed, made usable by the pages of the first start alone, upgraded, removed, purged. Needs root, debootstrap, curl,
# Maven, chromium and the network; takes some five minutes, so the build does not run it.
#   GORIZONT=COMMAND     the command that makes the packages, ./gorizont unless given
#   DEBIAN_ROOT=FOLDER   a fresh debootstrap to copy, instead of making one
#   ONLY="archive stopwatch deb"   some of the walks
#   ARCHIVE=FILE         the Linux archive for the stopwatch, instead of making one
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
sources=$(cd "$here/../../../.." && pwd)
gorizont=${GORIZONT:-$sources/gorizont}
only=" ${ONLY:-archive stopwatch deb} "
export GORIZONT_LANG=ru LC_ALL=C.UTF-8
work=$(mktemp -d)
running=

finish() {
    local code=$?
    if [ -n "$running" ]; then stop || true; fi
    for folder in "$work/debian/proc" "$work/debian"; do
        if mountpoint -q "$folder"; then umount "$folder" || exit 1; fi
    done
    if [ "$code" = 0 ]; then rm -rf "$work"; else echo "FAILED; what is left: $work" >&2; fi
    exit "$code"
}
trap finish EXIT

say() { printf '\n== %s\n' "$*"; }
fail() { echo "try-packages: $*" >&2; exit 1; }

# Ports that nobody else has, and no school but our own computer.
settings() { printf '[peers]\nhost = "127.0.0.1"\nport = 0\nallow_loopback_addresses = true\n[web]\nport = 0\n'; }

# A browser does what a person does on the pages; prints the seconds of each step. The other school is in its process.
walk_in_browser() {
    . "$sources/config/find-jdk.sh"
    (cd "$sources" && JAVA_HOME=$(find_jdk 25 99) mvn -q -B -ntp -pl protocol,node -Dtest=WizardStopwatch \
        -Dsurefire.failIfNoSpecifiedTests=false "$1" test) 2>&1 | tee "$work/browser.log" | grep -a '^stopwatch:' ||
        { cat "$work/browser.log"; fail "the walk in the browser has failed"; }
}

# Waits until the node that writes to file $1 says where its pages are, and sees the words $4 on page $3. Prints what it costs.
see_page() {
    local address process
    for _ in $(seq 1 1800); do
        address=$(sed -n 's/^.*Страницы: \(http[^ ]*\)\/\. .*$/\1/p' "$1" | head -n 1)
        [ -z "$address" ] || break
        kill -0 "$running" 2>/dev/null || { cat "$1" >&2; fail "the node has ended"; }
        sleep 0.1
    done
    [ -n "$address" ] || { cat "$1" >&2; fail "the node did not get ready"; }
    curl -sSf "$address/$3" | grep -q "$4" || fail "no $4 on the page $address/$3"
    for process in $(pgrep -f "org.gorizont.*$2"); do
        echo "$(tr '\0' '\n' <"/proc/$process/cmdline" | grep '^org.gorizont') $(grep VmRSS "/proc/$process/status")"
    done
    echo "page answers: $address/$3"
}

# Ends the process; only our own children can be waited for.
stop() {
    local process=$running
    running=
    kill "$process" 2>/dev/null || return 0
    while [ -d "/proc/$process" ] && [ "$(sed -n 's/^State:.\(.\).*/\1/p' "/proc/$process/status" 2>/dev/null)" != Z ]; do
        sleep 0.1
    done
}

if [[ $only == *" archive "* ]]; then
    say "Archive for Linux, in a folder with Cyrillic letters and a space, without any other Java"
    "$gorizont" package --only linux --version 0.9.1 --out "$work/one"
    (cd "$work/one" && sha256sum --check --quiet SHA256SUMS)
    folder="$work/Школа № 7"
    mkdir "$folder" "$work/bin" "$work/home"
    tar -xzf "$work/one"/gorizont-0.9.1-linux-x64.tar.gz -C "$folder"
    for tool in sh dirname readlink locale; do ln -s "$(command -v $tool)" "$work/bin/$tool"; done
    run=(env -i "PATH=$work/bin" "GORIZONT_DATA=$work/home/данные" "$folder/gorizont-0.9.1/gorizont")
    "${run[@]}" init --name "Школа № 7" --sheet "$work/sheet.txt"
    settings >"$work/home/данные/gorizont.toml"
    time {
        "${run[@]}" run >"$work/archive.log" 2>&1 &
        running=$!
        see_page "$work/archive.log" "$work/home/данные" schools "Школа № 7"
    }
    compgen -G "$folder/gorizont-0.9.1/lib/node-*.aot" >/dev/null || fail "no file for quick starts was made"
    "${run[@]}" stop
    wait "$running" || fail "the node ended with $?"
    running=
    say "The same, started again"
    time {
        "${run[@]}" run >"$work/again.log" 2>&1 &
        running=$!
        see_page "$work/again.log" "$work/home/данные" schools "Школа № 7"
    }
    stop
fi

if [[ $only == *" stopwatch "* ]]; then
    say "From unpacking the archive to a practice that another school finds, by a browser, against the clock"
    if [ -z "${ARCHIVE:-}" ]; then
        "$gorizont" package --only linux --version 0.9.1 --out "$work/clock"
        ARCHIVE=$work/clock/gorizont-0.9.1-linux-x64.tar.gz
    fi
    walk_in_browser "-Dgorizont.archive=$(realpath "$ARCHIVE")"
fi

[[ $only == *" deb "* ]] || exit 0
[ "$(id -u)" = 0 ] || fail "a clean Debian takes root"
root=$work/debian
data=$root/var/lib/gorizont
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 "$@"; }

# systemd does not run in a root like this: what its unit says is done by hand. The node is left running, as Type=forking says.
start_service() {
    local exec variables
    exec=$(sed -n 's/^ExecStart=//p' "$root/usr/lib/systemd/system/gorizont.service")
    variables=$(sed -n 's/^Environment=//p' "$root/usr/lib/systemd/system/gorizont.service")
    # shellcheck disable=SC2086 # both are lists of words
    time chroot "$root" /usr/bin/env -i PATH=/usr/bin:/bin $variables \
        setpriv --reuid=gorizont --regid=gorizont --init-groups --no-new-privs $exec >"$1" 2>&1 ||
        { cat "$1" >&2; fail "the service did not start"; }
    running=$(pgrep -f 'org.gorizont.node.NodeMain --data /var/lib/gorizont$')
}

# The same of a school that is set up.
service() {
    start_service "$1"
    see_page "$1" /var/lib/gorizont enter "Пароль"
    sees_what_was_set_up
}

# Its pages open by password now, so the terminal is asked.
sees_what_was_set_up() {
    inside gorizont --lang ru schools | grep -q 'Школа № 7' || fail "the school is not there"
    inside gorizont --lang ru search микроскопы | grep -q 'Микроскопы у ручья' || fail "the practice is not found"
}

# Whose node it is, and how much it has said.
state() {
    sha256sum <"$data/identity/chain"
    inside gorizont status --json | grep '"ownEntries"'
}

say "Packages for Debian, two versions"
"$gorizont" package --only deb --version 0.9.1 --out "$work/one"
"$gorizont" package --only deb --version 0.9.2 --out "$work/two"
dpkg-deb --info "$work/one/gorizont_0.9.1_amd64.deb"
[ -z "$(dpkg-deb --contents "$work/one/gorizont_0.9.1_amd64.deb" | grep -v ' root/root ')" ] ||
    fail "files of other owners than root"

say "A clean Debian"
if [ -n "${DEBIAN_ROOT:-}" ]; then
    cp -a "$DEBIAN_ROOT" "$root"
else
    debootstrap --variant=minbase bookworm "$root" >"$work/debootstrap.log" 2>&1 || { tail "$work/debootstrap.log"; exit 1; }
fi
# A root that is no mount point has no free space that Java could ask for.
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
cp "$work/one"/*.deb "$work/two"/*.deb "$root/srv/"

say "Install"
inside dpkg -i /srv/gorizont_0.9.1_amd64.deb
[ "$(inside stat -c %U:%G:%a /var/lib/gorizont)" = gorizont:gorizont:700 ] || fail "data directory of the wrong owner"
for script in "postinst configure" "prerm upgrade" "postinst configure"; do
    # shellcheck disable=SC2086 # name and argument
    inside DPKG_MAINTSCRIPT_PACKAGE=gorizont "DPKG_MAINTSCRIPT_NAME=${script% *}" sh /var/lib/dpkg/info/gorizont.$script
done
[ -z "$(find "$root/usr/lib/gorizont" ! -uid 0)" ] || fail "the program belongs to somebody else than root"

say "Set up, by the pages of the first start alone"
settings >"$data/gorizont.toml"
inside chown gorizont:gorizont /var/lib/gorizont/gorizont.toml
start_service "$work/service.log"
! grep -q 'code=' "$work/service.log" || fail "the one-time code stands in what the service says"
page=$(inside gorizont --lang ru account first | sed -n 's/^.*\(http:[^ ]*code=[^ ]*\).*$/\1/p')
[ -n "$page" ] || fail "nobody would know where the first start is"
walk_in_browser "-Dgorizont.page=$page"
[ ! -e "$data/setup" ] && [ ! -e "$data/setup.page" ] || fail "something of the first start is left"
[ -z "$(inside find /var/lib/gorizont ! -user gorizont)" ] || fail "data of the wrong owner"
sees_what_was_set_up
printf 'код;вид;название;количество\nм;микроскоп;Микроскоп;5\n' >"$root/srv/kit.csv"
inside gorizont import resources /srv/kit.csv
inside gorizont resource list --own | grep -q Микроскоп || fail "what was published is not there"
before=$(state)
echo "$before"
stop

say "Upgrade"
inside dpkg -i /srv/gorizont_0.9.2_amd64.deb
grep -qx 0.9.2 "$root/usr/lib/gorizont/VERSION" || fail "the old version is still there"
service "$work/upgraded.log"
[ "$(state)" = "$before" ] || fail "another school after the upgrade: $(state)"
inside gorizont resource list --own | grep -q Микроскоп || fail "the upgrade lost what was published"
stop

say "Remove: the data stays"
inside dpkg -r gorizont
[ ! -e "$root/usr/lib/gorizont" ] && [ ! -e "$root/usr/bin/gorizont" ] && [ ! -e "$root/var/cache/gorizont" ] ||
    fail "the program is still there"
[ -d "$data/identity" ] || fail "removing took the data"
inside dpkg -i /srv/gorizont_0.9.2_amd64.deb
[ -d "$data/identity" ] || fail "installing again took the data"

say "Purge: the data goes"
inside dpkg -P gorizont
[ ! -e "$data" ] && [ ! -e "$root/var/cache/gorizont" ] || fail "purging left data"
inside sh -c '! dpkg -s gorizont 2>/dev/null'
say "All walks are done"
