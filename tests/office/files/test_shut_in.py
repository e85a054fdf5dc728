"""The walls around the inspecting process, tried from inside."""

from __future__ import annotations

import subprocess
import sys

import pytest

BEFORE = "from gongkai_office.files.inspection.limits import shut_in\nshut_in(memory=400 << 20, seconds=2)\n"
TRIES = {
    "open a connection": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "listen": "import socket; socket.socket().bind(('127.0.0.1', 0))",
    "start a program": "import subprocess; subprocess.run(['true'])",
    "start a shell": "import os; os.system('true')",
    "fork": "import os; os.fork()",
    "write a file": "open('/tmp/gongkai-escaped', 'w').write('x')",
    "append to a file": "import os; os.open('/tmp/gongkai-escaped', os.O_WRONLY | os.O_CREAT)",
    "swallow the refusal": "try:\n    open('/tmp/gongkai-escaped', 'w')\nexcept Exception:\n    print('escaped')",
    "take memory": "len(bytearray(600 << 20))",
    "open many files": "held = [open('/dev/null') for _ in range(100)]",
    "run for ever": "while True: pass",
    "raise a limit again": (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 40, 1 << 40)); bytearray(600 << 20)"
    ),
}


def run(code: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-I", "-B", "-c", code]
    return subprocess.run(command, env={}, capture_output=True, timeout=30, check=False)


def test_a_harmless_thing_is_done():
    assert run(BEFORE + "print(open('/etc/hostname').read() and 'done')").stdout == b"done\n"


@pytest.mark.parametrize("what", TRIES)
def test_it_cannot(what):
    done = run(BEFORE + TRIES[what] + "\nprint('escaped')")
    assert done.returncode != 0
    assert b"escaped" not in done.stdout


def test_no_file_grows_even_past_the_watch_on_opening():
    code = "import os\nh = os.memfd_create('x')\n" + BEFORE + "os.write(h, b'x')\nprint('escaped')"
    done = run(code)
    assert done.returncode != 0
    assert b"escaped" not in done.stdout


def test_there_is_no_network_around_it():
    code = BEFORE + "print([line.split(':')[0].strip() for line in open('/proc/self/net/dev').readlines()[2:]])"
    found = run(code).stdout
    if b"eth" in found or b"veth" in found:
        pytest.skip("this machine lets nobody leave the network; the watch on sockets stands alone")
    assert found in (b"['lo']\n", b"[]\n")
