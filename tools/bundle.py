"""Build what installs the office on a machine without network: wheels of the lock, our own, a script, a guide.

python -m tools.bundle                       for machines like this one
python -m tools.bundle --machine aarch64     for ARM servers (鲲鹏、飞腾)
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.metadata
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parents[1]
OFFLINE = ROOT / "tools" / "offline"
LOCK = ROOT / "requirements" / "lock.txt"
PYTHON = "3.11"
EXTRAS = ("office", "postgres")
# The oldest C library first that our platforms have: 2.17 and 2.28 (银河麒麟 V10, 统信 UOS 20, openEuler 20.03).
LIBRARIES = {
    "x86_64": ("manylinux_2_28", "manylinux_2_17", "manylinux2014", "manylinux_2_12", "manylinux1"),
    "aarch64": ("manylinux_2_28", "manylinux_2_17", "manylinux2014"),
}
GUIDES = ("install-offline", "run-in-production", "back-up-and-restore", "domestic-platforms")


def main(arguments: list[str]) -> int:
    """Build the bundle, say where it is, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--machine", choices=sorted(LIBRARIES), default=platform.machine())
    parser.add_argument("--to", type=Path, default=ROOT / "build")
    given = parser.parse_args(arguments)
    print(f"Downloading what the lock names for {given.machine} and Python {PYTHON} …", flush=True)
    place = build(given.machine, given.to)
    print(f"{place}\n{place.stat().st_size / 1e6:.0f} MB, sha256 {_sha256(place)}")
    return 0


def build(machine: str, to: Path) -> Path:
    """Build a bundle for a kind of machine and return it; raises CalledProcessError where a wheel is missing."""
    to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=to, prefix=".bundle-") as workshop:
        pins = Path(workshop) / "pins.txt"
        pins.write_text("".join(pins_of(needed())), encoding="utf-8")
        wheels = Path(workshop) / "wheels"
        download(pins, wheels, machine)
        own = own_wheel(wheels)
        name = f"gongkai-office-{own}-linux-{machine}"
        folder = Path(workshop) / name
        _furnish(folder, wheels, own, machine)
        place = to / f"{name}.tar.gz"
        with tarfile.open(place.with_suffix(".part"), "w:gz", compresslevel=1) as tar:  # wheels are compressed
            tar.add(folder, name, filter=_nobodys)
        place.with_suffix(".part").replace(place)
    return place


def needed() -> set[str]:
    """Return what the office needs at run time, all the way down, as the locked versions here say it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["dependencies"], *(project["optional-dependencies"][extra] for extra in EXTRAS)]
    todo = [Requirement(line) for lines in lists for line in lines]
    seen: set[tuple[str, str]] = set()
    while todo:
        wanted = todo.pop()
        for extra in wanted.extras or {""}:
            key = (canonicalize_name(wanted.name), extra)
            if key not in seen:
                seen.add(key)
                todo.extend(_inner(wanted.name, extra))
    return {name for name, _ in seen}


def _inner(name: str, extra: str) -> Iterator[Requirement]:
    for line in importlib.metadata.requires(name) or ():
        inner = Requirement(line)
        if inner.marker is None or inner.marker.evaluate({"extra": extra}) or inner.marker.evaluate({"extra": ""}):
            yield inner


def pins_of(names: set[str]) -> Iterator[str]:
    """Yield the lines of the lock that pin these projects."""
    kept = False
    for line in LOCK.read_text(encoding="utf-8").splitlines(keepends=True):
        if not line.startswith(" "):
            kept = canonicalize_name(re.split("[ =]", line, maxsplit=1)[0]) in names
        if kept:
            yield line


def download(pins: Path, wheels: Path, machine: str) -> None:
    """Fetch exactly the pinned wheels, from wherever pip is set to look."""
    said = [f"--platform={library}_{machine}" for library in LIBRARIES[machine]]
    said += [f"--python-version={PYTHON}", "--implementation=cp", "--abi=cp311", "--abi=abi3", "--abi=none"]
    asked = ["download", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes", f"--dest={wheels}"]
    _pip(*asked, *said, f"--requirement={pins}")


def own_wheel(wheels: Path) -> str:
    """Build the project's own wheel beside the others and return its version."""
    _pip("wheel", "--quiet", "--no-deps", "--no-build-isolation", f"--wheel-dir={wheels}", str(ROOT))
    (own,) = wheels.glob("gongkai-*.whl")
    return str(parse_wheel_filename(own.name)[1])


def _pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments], check=True)


def _furnish(folder: Path, wheels: Path, version: str, machine: str) -> None:
    folder.mkdir()
    shutil.move(wheels, folder / "wheels")
    (folder / "requirements.txt").write_text("".join(_requirements(folder / "wheels")), encoding="utf-8")
    words = {"@VERSION@": version, "@MACHINE@": machine, "@PYTHON@": PYTHON}
    for source in sorted(OFFLINE.iterdir()):
        text = source.read_text(encoding="utf-8")
        for word, meaning in words.items():
            text = text.replace(word, meaning)
        (folder / source.name).write_text(text, encoding="utf-8")
    (folder / "install.sh").chmod(0o755)
    docs = folder / "docs"
    docs.mkdir()
    for guide in GUIDES:
        shutil.copy(ROOT / "docs" / "how-to" / f"{guide}.md", docs)
    shutil.copy(ROOT / "docs" / "reference" / "settings.md", docs)
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    sums = "".join(f"{_sha256(file)}  {file.relative_to(folder).as_posix()}\n" for file in files)
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")


def _requirements(wheels: Path) -> Iterator[str]:
    for wheel in sorted(wheels.iterdir()):
        name, version, _, _ = parse_wheel_filename(wheel.name)
        yield f"{name}=={version} --hash=sha256:{_sha256(wheel)}\n"


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _nobodys(row: tarfile.TarInfo) -> tarfile.TarInfo:
    row.uid = row.gid = 0
    row.uname = row.gname = "root"
    return row


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
