"""A browser without a screen: pages, forms, cookies, over real HTTP, for tests of the whole server."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.parse
import urllib.request
import uuid
from http.cookiejar import CookieJar
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

GONE = (OSError, http.client.HTTPException)


class Answer(NamedTuple):
    """What the server said: status, page, and where it sends the browser."""

    status: int
    page: str
    location: str = ""


class Browser:
    """One person's browser at one address; it follows no redirect by itself.

    Its methods raise one of GONE where nobody answers.
    """

    def __init__(self, address: str, timeout: float = 20) -> None:
        self.address, self.timeout = address, timeout
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self.opener = urllib.request.build_opener(cookies, _Stay, urllib.request.ProxyHandler({}))

    def get(self, path: str) -> Answer:
        return self._asked(urllib.request.Request(self.address + urllib.parse.quote(path, safe="/?=&%")))

    def post(self, path: str, form: dict[str, str], files: dict[str, tuple[str, bytes]] | None = None) -> Answer:
        body, kind = _multipart(form, files) if files else (urllib.parse.urlencode(form).encode(), FORM)
        headers = {"Content-Type": kind, "Referer": self.address + path}
        return self._asked(urllib.request.Request(self.address + path, body, headers))

    def sign_in(self, username: str, password: str) -> Answer:
        form = form_of(self.get("/account/sign-in/").page)
        return self.post("/account/sign-in/", {**form, "username": username, "password": password})

    def fill_in(
        self,
        path: str,
        said: dict[str, str],
        files: dict[str, tuple[str, bytes]] | None = None,
        form: str = "main form",
    ) -> Answer:
        """Open a page, fill in its form over what stands there, and send it; what is no page is the answer."""
        opened = self.get(path)
        return self.post(path, {**form_of(opened.page, form), **said}, files) if opened.status == 200 else opened

    def _asked(self, request: urllib.request.Request) -> Answer:
        try:
            with self.opener.open(request, timeout=self.timeout) as answer:
                return Answer(answer.status, answer.read().decode(), answer.headers.get("Location") or "")
        except urllib.error.HTTPError as error:
            with error:
                page = error.read().decode(errors="replace")
                return Answer(error.code, page, error.headers.get("Location") or "")


FORM = "application/x-www-form-urlencoded"


class _Stay(urllib.request.HTTPRedirectHandler):
    """Redirects are told, not followed."""

    def redirect_request(self, *_: object) -> None:
        return None


def form_of(page: str, which: str = "form") -> dict[str, str]:
    """Return what stands in a page's form, as a browser would send it."""
    form = LexborHTMLParser(page).css_first(which)
    said: dict[str, str] = {}
    for field in form.css("input[name], textarea[name], select[name]") if form else ():
        name, kind = field.attributes["name"] or "", field.attributes.get("type") or field.tag
        if field.tag == "select":
            chosen = field.css_first("option[selected]") or field.css_first("option")
            said[name] = (chosen.attributes.get("value") or "") if chosen else ""
        elif field.tag == "textarea":
            said[name] = field.text()
        elif kind in ("checkbox", "radio"):
            if "checked" in field.attributes:
                said[name] = field.attributes.get("value") or "on"
        elif kind not in ("file", "submit", "button"):
            said[name] = field.attributes.get("value") or ""
    return said


def _multipart(form: dict[str, str], files: dict[str, tuple[str, bytes]]) -> tuple[bytes, str]:
    mark = uuid.uuid4().hex
    head = f"--{mark}\r\nContent-Disposition: form-data; name="
    parts = [f'{head}"{name}"\r\n\r\n{value}\r\n'.encode() for name, value in form.items()]
    for name, (called, data) in files.items():
        kind = f'"{name}"; filename="{called}"\r\nContent-Type: application/octet-stream\r\n\r\n'
        parts.append(f"{head}{kind}".encode() + data + b"\r\n")
    return b"".join(parts) + f"--{mark}--\r\n".encode(), f"multipart/form-data; boundary={mark}"
