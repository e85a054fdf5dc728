"""Run Python on PostgreSQL: `make test-postgresql`, `make soak`.

On the database that DATABASE_URL names, or, where it names none, on a cluster that Debian's pg_virtualenv makes for
it and throws away. The arguments are the interpreter's.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

# Nothing of it outlives the run: what it wrote need not reach the disk.
CLUSTER = ["pg_virtualenv", "-o", "fsync=off", "-o", "max_connections=200"]


def main(arguments: list[str]) -> int:
    """Run it, in a cluster of its own where none is given."""
    if "PGHOST" in os.environ and "DATABASE_URL" not in os.environ:
        os.environ["DATABASE_URL"] = address()
    if "DATABASE_URL" in os.environ:
        return subprocess.run([sys.executable, *arguments], check=False).returncode
    if shutil.which(CLUSTER[0]) is None:
        print("no PostgreSQL: set DATABASE_URL, or install one with: apt install postgresql", file=sys.stderr)
        return 1
    return subprocess.run([*CLUSTER, sys.executable, __file__, *arguments], check=False).returncode


def address() -> str:
    """Return the address of a database in the cluster that the environment names."""
    who = f"{os.environ['PGUSER']}:{os.environ['PGPASSWORD']}"
    return f"postgres://{who}@{os.environ['PGHOST']}:{os.environ['PGPORT']}/gongkai"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
