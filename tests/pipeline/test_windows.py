"""What can be tried of Windows elsewhere: no call of another system without its own way, paths, encodings, locks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.commands.group import thidua
from pipeline.edges import here, machine
from tests.pipeline.papers import GOOD, write_workspace, write_year_report

WITHOUT = """
import os, signal, sys
for name in ("fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "syslog", "posix_spawn"):
    sys.modules[name] = None
for name in ("fork", "forkpty", "getuid", "geteuid", "getgid", "killpg", "setsid", "getpgid", "sched_getaffinity",
             "mkfifo", "chown", "statvfs", "O_NOFOLLOW", "O_CLOEXEC", "O_NONBLOCK", "O_DIRECTORY", "register_at_fork"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGKILL", "SIGALRM", "SIGHUP", "SIGUSR1", "SIGCHLD", "SIGPIPE", "setitimer", "pthread_sigmask"):
    if hasattr(signal, name):
        delattr(signal, name)
"""
OURS = """
import importlib, pkgutil, sys
def import_ours():
    import extractors, pipeline
    for package in (extractors, pipeline):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            importlib.import_module(module.name)
import_ours()  # what we import of others is loaded as it is here
for name in [name for name in sys.modules if name.partition(".")[0] in ("extractors", "pipeline")]:
    del sys.modules[name]
"""
IMPORTS = f"{OURS}{WITHOUT}import_ours()\nprint('all imported')"
INLINE = (
    OURS
    + WITHOUT
    + """
from pipeline.edges import reading, turn, workers
turn._lock = lambda file: None  # Windows has its own, beside it
import shutil, types
shutil.disk_usage = lambda path: types.SimpleNamespace(free=1 << 40)  # there too
def read_here(processes):
    from contextlib import nullcontext
    return nullcontext(lambda jobs, limits, roster: (reading.read_one(job, limits, roster) for job in jobs))
workers.local = read_here
os.environ["USERNAME"] = "lan"
from pipeline.cli import main
main()
"""
)


def python(code, *arguments, **environment):
    known = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-W", "ignore", "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, env={**known, **environment}, check=False)


@pytest.fixture
def root(tmp_path):
    """A path with spaces, brackets and Vietnamese letters, as a secretary's is."""
    root = write_workspace(tmp_path / "Khối thi đua (số 5) – năm 2022 & cũ")
    folder = root / "inbox/Sở Y tế gửi"
    folder.mkdir()
    write_year_report(folder / "Báo cáo năm.docx", "Sở Y tế", "15/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91,5")
    return root


def test_every_module_is_imported_where_nothing_of_posix_is():
    done = python(IMPORTS)
    assert done.stdout.decode().strip() == "all imported", done.stderr.decode()


def test_a_run_needs_nothing_of_posix(root):
    done = python(INLINE, "-C", str(root), "run", "--as-of", "2023-01-10")
    assert done.returncode == 0, done.stderr.decode()
    assert (root / "reports/bao-cao-tong-ket-2022.docx").is_file()


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "cp1258", "ascii"])
def test_vietnamese_is_printed_into_a_pipe_of_any_encoding(root, encoding):
    done = python("from pipeline.cli import main; main()", "-C", str(root), "plan", PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr.decode()
    assert "Nội dung" in done.stdout.decode("utf-8")


def test_a_report_that_is_open_elsewhere_is_named_and_the_next_run_goes_on(root, monkeypatch):
    run = ["-C", str(root), "run", "--as-of", "2023-01-10", "--jobs", "1"]
    replace = Path.replace

    def held(self, target):
        if Path(target).suffix == ".docx":
            raise PermissionError(13, "held", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    stopped = CliRunner().invoke(thidua, run)
    assert stopped.exit_code == 2
    assert ".docx" in stopped.output
    assert not list((root / "reports").glob("*.docx"))
    monkeypatch.undo()
    assert CliRunner().invoke(thidua, run).exit_code == 0


def test_long_paths_are_advised_against_on_windows_alone(monkeypatch):
    long = Path("/") / ("thư mục " * 30)
    assert machine.too_long(long, "win32")
    assert not machine.too_long(long, "linux")
    assert not machine.too_long(Path("/ngắn"), "win32")
    monkeypatch.setattr(machine, "_long_paths_on", lambda: True)
    assert not machine.too_long(long, "win32")


def test_no_name_of_ours_is_refused_by_windows(root):
    CliRunner().invoke(thidua, ["-C", str(root), "run", "--as-of", "2023-01-10", "--jobs", "1"])
    names = [path.name for path in root.rglob("*") if "inbox" not in path.parts]
    assert names
    for name in names:
        assert not set(name) & set('<>:"/\\|?*')
        assert not name.endswith((".", " "))
        assert name.partition(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}


@pytest.mark.parametrize("error", [ImportError("pwd"), KeyError("uid not found"), OSError("no name")])
def test_a_service_without_a_name_may_work_too(monkeypatch, error):
    def nobody():
        raise error

    monkeypatch.setattr(here.getpass, "getuser", nobody)
    assert here.user() == "?"
