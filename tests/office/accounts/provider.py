"""A small single sign-on provider on 127.0.0.1: real HTTP, real keys, signed tokens; and what it may get wrong."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "gongkai", "a-client-secret"


class Provider:
    """What the provider knows, and, for tests, how it deviates from the protocol.

    `claims` are those of whoever signs in next. `wrong` replaces claims of the token, `told` those of the user
    endpoint; None takes one away. `signs_with` is the key that signs, `published` the one that is given out.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.key = self.signs_with = _new_key()
        self.claims: dict[str, Any] = {"sub": "u-1001"}
        self.wrong: dict[str, Any] = {}
        self.told: dict[str, Any] = {}
        self.token_status = 200
        self.algorithm = "RS256"
        self.asked: dict[str, dict[str, str]] = {}

    def authorize(self, query: dict[str, str]) -> str:
        """Return where the browser goes after somebody has signed in here."""
        code = f"code-{len(self.asked)}"
        self.asked[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """Return the token for a code: once, and only to who asked for it."""
        asked = self.asked.pop(form.get("code", ""), None)
        verifier = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if asked is None or verifier.decode().rstrip("=") != asked["code_challenge"]:
            return 400, {"error": "invalid_grant"}
        if (form["client_id"], form["client_secret"]) != (CLIENT, SECRET):
            return 401, {"error": "invalid_client"}
        now = int(time.time())
        said = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"]}
        said = {k: v for k, v in {**said, **self.claims, **self.wrong}.items() if v is not None}
        key: Any = "" if self.algorithm == "none" else self.signs_with
        token = jwt.encode(said, key, algorithm=self.algorithm, headers={"kid": "k1"})
        return self.token_status, {"access_token": "opaque", "id_token": token, "token_type": "Bearer"}

    def keys(self) -> dict[str, Any]:
        """Return the public keys."""
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [{**public, "kid": "k1", "alg": "RS256", "use": "sig"}]}


def _new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def another_key() -> rsa.RSAPrivateKey:
    """Return a key that the provider never published."""
    return _new_key()


@contextmanager
def running() -> Iterator[Provider]:
    """Run a provider while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    server.daemon_threads = False
    provider = Provider(f"http://127.0.0.1:{server.server_address[1]}")
    server.provider = provider
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        provider = self.server.provider
        parts = urlsplit(self.path)
        if parts.path == "/authorize":
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            self.send_response(302)
            self.send_header("Location", provider.authorize(query))
            self.end_headers()
        elif parts.path == "/userinfo":
            said = {k: v for k, v in {**provider.claims, **provider.told}.items() if v is not None}
            self._json(200 if self.headers["Authorization"] == "Bearer opaque" else 401, said)
        else:
            self._json(200, provider.keys())

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        self._json(*self.server.provider.token(form))

    def _json(self, status: int, said: dict[str, Any]) -> None:
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""
