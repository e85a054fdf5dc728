"""An object store on this machine, of the few verbs that the site uses, in memory."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

Objects = dict[str, bytes]
_AT = "Mon, 23 Nov 2020 04:00:00 GMT"


@contextmanager
def object_server(bucket: str) -> Iterator[tuple[str, Objects]]:  # noqa: C901  # one small class of few verbs
    """Serve a bucket; give its address and what lies in it."""
    held: Objects = {}

    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def key(self) -> str:
            return unquote(urlsplit(self.path).path).removeprefix(f"/{bucket}").lstrip("/")

        def do_PUT(self) -> None:
            if not self.headers["Authorization"].startswith("AWS4-HMAC-SHA256 Credential=key-of-tests/"):
                self.told(403)
                return
            held[self.key()] = self.rfile.read(int(self.headers["Content-Length"]))
            self.told(200)

        def do_GET(self) -> None:
            if not self.key():
                self.listed({name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()})
            elif self.key() in held:
                self.told(200, held[self.key()])
            else:
                self.told(404, b"<Error><Code>NoSuchKey</Code></Error>")

        def do_HEAD(self) -> None:
            found = held.get(self.key())
            self.told(404 if found is None else 200, found or b"", body=False)

        def do_DELETE(self) -> None:
            held.pop(self.key(), None)
            self.told(204)

        def listed(self, asked: dict[str, str]) -> None:
            prefix = asked.get("prefix", "")
            rest = [name[len(prefix) :] for name in held if name.startswith(prefix)]
            folders = {part.partition("/")[0] for part in rest if "/" in part}
            prefixes = "".join(
                f"<CommonPrefixes><Prefix>{prefix}{one}/</Prefix></CommonPrefixes>" for one in folders
            )
            files = "".join(f"<Contents><Key>{prefix}{one}</Key></Contents>" for one in rest if "/" not in one)
            told = f"<ListBucketResult><IsTruncated>false</IsTruncated>{files}{prefixes}</ListBucketResult>"
            self.told(200, told.encode())

        def told(self, status: int, data: bytes = b"", *, body: bool = True) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Last-Modified", _AT)
            self.send_header("ETag", '"x"')
            self.end_headers()
            if body:
                self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", held
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
