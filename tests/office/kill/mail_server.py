"""A mail server that takes every message, notes it down, and only then, after a while, says that it did.

Who sends may be killed in between: that message comes twice, and is the only one that may.
"""

from __future__ import annotations

import contextlib
import email
import json
import random
import socketserver
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

LONGEST_SILENCE_S = 1.0
_ANSWERS = {b"DATA": b"354 go on", b"QUIT": b"221 bye"}


class MailServer(socketserver.ThreadingTCPServer):
    """Takes messages on a free port of this machine; each is a line of `log`: its key, to whom, when."""

    daemon_threads = True
    log: Path

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self._noting = threading.Lock()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def take(self, message: bytes) -> None:
        """Note a message down, for good."""
        head = email.message_from_bytes(message)
        said = {"key": head["Message-ID"].strip("<>").partition("@")[0], "to": head["To"], "at": time.time()}
        with self._noting, self.log.open("a") as log:
            log.write(json.dumps(said) + "\n")

    def received(self) -> Counter[str]:
        """Return how often each message came, by its key."""
        return Counter(json.loads(line)["key"] for line in self.log.read_text().splitlines())


class _Conversation(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):
            self._say(b"220 here")
            for line in self.rfile:
                verb = line[:4].upper()
                self._say(_ANSWERS.get(verb, b"250 well"))
                if verb == b"DATA":
                    self._take()
                elif verb == b"QUIT":
                    return

    def _take(self) -> None:
        lines: list[bytes] = []
        for line in self.rfile:
            if line == b".\r\n":
                self.server.take(b"".join(lines))
                time.sleep(random.uniform(0, LONGEST_SILENCE_S))
                self._say(b"250 taken")
                return
            lines.append(line)

    def _say(self, words: bytes) -> None:
        self.wfile.write(words + b"\r\n")


@contextlib.contextmanager
def mail_server() -> Iterator[MailServer]:
    """Run a mail server for a while."""
    with MailServer() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
