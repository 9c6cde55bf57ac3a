"""Where the review desk listens, or why it cannot."""

import os
import re
import signal
import socket
import subprocess
import sys
from urllib.request import urlopen

import pytest

from pipeline.commands import serve
from tests.pipeline.command import thidua

pytest.importorskip("uvicorn")


def test_a_port_at_which_another_program_listens_is_told_before_anybody_is_sent_there(finished):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = thidua(finished, "serve", "--port", str(port))
    assert (done.returncode, done.stdout, f"127.0.0.1:{port} (" in done.stderr) == (2, "", True), done.stderr


def test_a_host_that_is_none_is_told():
    with pytest.raises(serve.NoServer, match=r"no\.host\.invalid:8001"):
        serve._listening("no.host.invalid", 8001)


@pytest.mark.skipif(os.name == "nt", reason="a process is interrupted by a signal")
def test_who_opens_the_address_as_soon_as_it_is_printed_is_answered(finished):
    code = "from pipeline.cli import main; main()"
    command = [sys.executable, "-c", code, "-C", str(finished), "serve", "--port", "0"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as desk:
        address = re.search(r"http://127\.0\.0\.1:[1-9][0-9]*", desk.stdout.readline())[0]
        with urlopen(address, timeout=60) as answer:
            assert answer.status == 200
        desk.send_signal(signal.SIGINT)
        assert desk.wait(60) == 0
