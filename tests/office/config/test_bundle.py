"""The bundle installs and starts the office where there is no network: a namespace of its own, without a route."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tools.bundle import build

NAMESPACES = (("unshare", "--net"), ("unshare", "--user", "--map-root-user", "--net"))
MACHINE = os.uname().machine
REGISTRY = re.compile("|".join(["pypi" + r"\.", "python" + "hosted", r"--(extra-)?index-url", "mirrors" + r"?\."]))

# Runs inside the namespace: brings its loopback up, installs, sets up, serves, asks; what is seen goes to stdout.
INSIDE = r"""
import fcntl, json, os, socket, struct, subprocess, sys, time, urllib.error, urllib.request
bundle, place = sys.argv[1:]
with socket.socket() as raw:
    fcntl.ioctl(raw, 0x8914, struct.pack("16sH14s", b"lo", 0x49, b""))
seen = {"routes": open("/proc/net/route").read().splitlines()[1:]}
try:
    socket.create_connection(("192.0.2.1", 443), timeout=2)
    seen["outside"] = "reached"
except OSError as error:
    seen["outside"] = error.strerror
clean = {"PATH": os.environ["PATH"], "HOME": place, "LANG": "C.UTF-8", "PYTHON": sys.executable}
def run(*command, **more):
    done = subprocess.run(command, env=clean, cwd=place, capture_output=True, text=True, **more)
    if done.returncode:
        sys.exit(f"{command}: {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout
seen["installed"] = run("sh", bundle + "/install.sh", "--to", place + "/office")
command = place + "/office/current/bin/gongkai-office"
seen["set_up"] = run(command, "setup", "--data", place + "/data")
clean["GONGKAI_ENV_FILE"] = place + "/data/office.env"
log = open(place + "/serve.log", "w")
server = subprocess.Popen([command, "serve", "--port", "8123"], env=clean, cwd=place, stdout=log, stderr=log)
def get(path):
    try:
        with urllib.request.urlopen("http://127.0.0.1:8123" + path, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
try:
    for _ in range(240):
        try:
            seen["health"] = get("/healthz")
            seen["ready"] = get("/readyz")
            if seen["ready"][0] == 200:
                break
        except OSError:
            pass
        if server.poll() is not None:
            break
        time.sleep(0.5)
    seen["page"] = get("/account/sign-in/") if server.poll() is None else (0, "")
finally:
    server.terminate()
    seen["ended"] = server.wait(60)
seen["log"] = open(place + "/serve.log").read()[-4000:]
print(json.dumps(seen))
"""


pytestmark = pytest.mark.only_on("sqlite")  # what it builds and starts does not depend on the tests' database


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle for this machine, unpacked."""
    made = build(MACHINE, tmp_path_factory.mktemp("made"))
    to = tmp_path_factory.mktemp("carried")
    with tarfile.open(made) as tar:
        tar.extractall(to, filter="data")
    (folder,) = to.iterdir()
    return folder


def namespace() -> tuple[str, ...]:
    """Return the command that runs another one without a network."""
    for command in NAMESPACES:
        try:
            if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0:
                return command
        except FileNotFoundError:
            break
    pytest.skip("this machine lets nobody make a network namespace (unshare --net)")


def test_the_bundle_installs_and_starts_without_a_network(bundle: Path, tmp_path: Path) -> None:
    asked = [*namespace(), sys.executable, "-c", INSIDE, str(bundle), str(tmp_path)]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=500, check=False)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["routes"] == []
    assert seen["outside"] == os.strerror(101)  # ENETUNREACH
    assert "装好了" in seen["installed"]
    assert "数据库已就绪" in seen["set_up"]
    assert seen["health"] == [200, '{"status": "ok"}'], seen["log"]
    assert seen["ready"][0] == 200, seen
    assert seen["page"][0] == 200
    assert "政府信息公开工作系统" in seen["page"][1]
    assert seen["ended"] == 0, seen["log"]


def test_every_file_of_the_bundle_has_its_sum(bundle: Path) -> None:
    lines = (bundle / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    said = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    there = {
        file.relative_to(bundle).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in bundle.rglob("*")
        if file.is_file() and file.name != "SHA256SUMS"
    }
    assert said == there


def test_a_file_that_was_changed_on_the_way_is_not_installed(bundle: Path, tmp_path: Path) -> None:
    changed = tmp_path / "bundle"
    changed.mkdir()
    for file in bundle.iterdir():
        (changed / file.name).symlink_to(file)
    (changed / "requirements.txt").unlink()
    (changed / "requirements.txt").write_text("django==5.2.1\n", encoding="utf-8")
    environment = os.environ | {"PYTHON": sys.executable}
    done = subprocess.run(
        ["sh", "install.sh", "--to", str(tmp_path / "office")], cwd=changed, env=environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "与 SHA256SUMS 不符" in done.stderr
    assert not (tmp_path / "office").exists()


def test_no_file_of_ours_names_a_registry(bundle: Path) -> None:
    ours = [file for file in bundle.rglob("*") if file.is_file() and file.suffix != ".whl"]
    assert [file.name for file in ours if REGISTRY.search(file.read_text(encoding="utf-8"))] == []


def test_each_wheel_is_pinned_by_its_hash_and_nothing_else_is(bundle: Path) -> None:
    pins = (bundle / "requirements.txt").read_text(encoding="utf-8").splitlines()
    hashes = {line.rpartition(":")[2] for line in pins}
    assert all(re.fullmatch(r"[\w.-]+==\S+ --hash=sha256:[0-9a-f]{64}", line) for line in pins)
    assert hashes == {hashlib.sha256(wheel.read_bytes()).hexdigest() for wheel in (bundle / "wheels").iterdir()}
