"""A store is kept off other machines' disks: by the mount table's text, and by the real one."""

from pathlib import PurePosixPath

import pytest

from pipeline.edges import mounts

TABLE = r"""
24 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
36 24 0:31 / /mnt/vpub rw,relatime - cifs //may-chu/chung rw,vers=3.0
37 24 0:32 / /mnt/nfs rw - nfs4 10.0.0.5:/khoi rw
38 36 0:33 / /mnt/vpub/local rw - tmpfs tmpfs rw
39 24 0:34 / /mnt/Thi\040đua rw - fuse.sshfs lan@may:/ rw
40 24 0:35 / /mnt/c rw - 9p C:\134 rw,dirsync,aname=drvfs;path=C:\;uid=1000,trans=fd
41 24 0:36 / /work rw - 9p none rw,trans=fd,rfdno=4
42 24 0:37 / /mnt/over rw - nfs may:/a rw
43 24 0:38 / /mnt/over rw - ext4 /dev/sdb1 rw
44 24 0:39 / /media/sf_chung rw - vboxsf chung rw
45 24 0:40 / /mnt/smb rw master:1 shared:2 - smb3 //may/a rw
46 24 0:41 / /mnt/usb rw - fuseblk /dev/sdc1 rw
""".strip()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/lan/khoi", None),
        ("/mnt/vpub", "cifs"),
        ("/mnt/vpub/khoi 3/2026", "cifs"),
        ("/mnt/vpubx", None),
        ("/mnt/vpub/local/khoi", None),
        ("/mnt/nfs/a", "nfs4"),
        ("/mnt/c/Users", "9p"),
        ("/work/khoi", None),
        ("/mnt/over/khoi", None),
        ("/media/sf_chung/khoi", "vboxsf"),
        ("/mnt/smb/khoi", "smb3"),
        ("/mnt/usb/khoi", None),
    ],
)
def test_the_last_and_deepest_mount_decides(path, kind):
    assert mounts.share_in(TABLE, PurePosixPath(path)) == kind


def test_a_mount_with_letters_beyond_ascii_is_found():
    assert mounts.share_in(TABLE, PurePosixPath("/mnt/Thi đua/khoi")) == "fuse.sshfs"


def test_an_empty_table_says_nothing():
    assert mounts.share_in("", PurePosixPath("/")) is None


def test_this_machines_own_disk_is_none(tmp_path):
    assert mounts.share(tmp_path) is None
