#!/bin/sh
# Starts a Debian's own systemd as the first process of a root: boot.sh ROOT GROUP. Its own mounts, processes and names;
# the network is this machine's, so that it reaches servers on loopback. GROUP: a folder of the unified cgroups for it.
set -eu
root=$1
group=$2
mkdir -p "$group"
echo $$ >"$group/cgroup.procs"
exec unshare --mount --pid --ipc --uts --cgroup --fork --kill-child --propagation private sh -eu -c '
  mount --bind "$1" "$1"
  cd "$1"
  mount -t proc proc proc
  mount --bind /sys sys
  mount -o remount,bind,ro sys
  mount -t cgroup2 cgroup2 sys/fs/cgroup
  mount -t tmpfs -o mode=755 tmpfs dev
  for name in null zero full random urandom tty; do
    : >"dev/$name"
    mount --bind "/dev/$name" "dev/$name"
  done
  mkdir dev/pts dev/shm
  mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts dev/pts
  mount -t tmpfs tmpfs dev/shm
  ln -s pts/ptmx dev/ptmx
  ln -s /proc/self/fd dev/fd
  mount -t tmpfs -o mode=755 tmpfs run
  mkdir -p .outside
  pivot_root . .outside
  umount -l /.outside
  # Left to whoever starts a container: what a unit mounts is seen by all.
  mount --make-rshared /
  exec env -i container=test PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    setpriv --bounding-set=-sys_boot,-sys_module,-sys_time,-syslog,-audit_control \
    /lib/systemd/systemd --system --log-target=console --show-status=no
' boot "$root"
