"""Requests to a REST API, repeated where that is safe, and an error where nobody can know what became of one.

The token goes to the server it is for, over HTTPS, and nowhere else: not to another host that an answer names, not into
a message, not into a log. Redirects are not followed.
"""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from summitry.errors import CallError, ReleaseError

_TOO_MANY_REQUESTS: Final = 429
_LONGEST_WAIT: Final = 300.0
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


class UnansweredError(ReleaseError):
    """A request that must not simply be repeated got no answer: it may have been carried out."""


class RefusedError(ReleaseError):
    """The server refused a request; `status` is that of HTTP."""

    def __init__(self, what: str, *, where: str = "", mend: str = "", status: int = 0) -> None:
        super().__init__(what, where=where, mend=mend)
        self.status = status


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server answered."""

    status: int
    retry_after: str | None
    body: bytes


@dataclass(frozen=True, slots=True)
class Client:
    """An API below an address, and the token that opens it.

    A request is tried `tries` times, with pauses that double; `timeout` is in seconds. `sleep` is how to pause.
    """

    base: str
    token: str = field(repr=False)
    timeout: float = 60.0
    tries: int = 6
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        address = urlsplit(self.base)
        if address.scheme != "https" and address.hostname not in _LOOPBACK:
            raise CallError(f"{self.base} is not an https address.", mend="A token is sent over HTTPS alone.")
        if not self.token or not self.token.isascii() or not self.token.isprintable():
            raise CallError("the access token is missing or malformed.", mend="Set it in the environment.")

    def get(self, url: str) -> Any:
        """The JSON at an address."""
        return self._json("GET", url)

    def put(self, url: str, body: object) -> Any:
        """Put JSON at an address, and give the JSON of the answer."""
        return self._json("PUT", url, body)

    def put_file(self, url: str, path: Path) -> Any:
        """Put the bytes of a file at an address, and give the JSON of the answer."""
        return self._json("PUT", url, path)

    def delete(self, url: str) -> None:
        """Delete what is at an address. That it is gone already is fine: an earlier try may have been lost."""
        try:
            self._json("DELETE", url)
        except RefusedError as error:
            if error.status != http.HTTPStatus.NOT_FOUND:
                raise

    def post(self, url: str, body: object = None, *, repeatable: bool = False) -> Any:
        """Post JSON, and give the JSON of the answer. Say `repeatable` where doing it twice does no harm.

        Raises UnansweredError where it is not, and there was no answer, or a failure of the server, once it was sent.
        """
        return self._json("POST", url, body, repeatable=repeatable)

    def _json(self, method: str, url: str, body: object = None, *, repeatable: bool = True) -> Any:
        answer = self._send(method, self._own(url), body, repeatable=repeatable)
        if not 200 <= answer.status < 300:
            raise self._refusal(method, url, answer)
        try:
            return json.loads(answer.body) if answer.body else None
        except ValueError as cause:
            raise UnansweredError("the answer is not JSON.", where=f"{method} {url}") from cause

    def _own(self, url: str) -> str:
        """The address in full. Raises ReleaseError for one on another server, which must not see the token."""
        full = url if "://" in url else f"{self.base.rstrip('/')}/{url}"
        ours, other = urlsplit(self.base), urlsplit(full)
        if (ours.scheme, ours.netloc) != (other.scheme, other.netloc):
            raise ReleaseError(f"the server names an address of another one: {url}", mend="Nothing was sent there.")
        return full

    def _send(self, method: str, url: str, body: object, *, repeatable: bool) -> Answer:
        """The first answer that is neither a failure of the server nor a request to wait.

        GET, PUT and DELETE are repeated without harm: doing them twice is doing them once (RFC 9110, section 9.2.2).
        """
        trouble = ""
        for attempt in range(self.tries):
            pause = min(2.0**attempt, 30.0)
            try:
                answer = self._exchange(method, url, body)
            except (OSError, http.client.HTTPException) as cause:
                # Where no connection was made, nothing was sent, and any request may be repeated.
                sent = not isinstance(cause, ConnectionRefusedError)
                trouble = f"no answer ({str(cause) or type(cause).__name__})"
                if sent and not repeatable:
                    raise UnansweredError(f"{trouble}.", where=f"{method} {url}") from cause
            else:
                if answer.status == _TOO_MANY_REQUESTS:
                    trouble, pause = "too many requests", seconds_to_wait(answer.retry_after, pause)
                elif answer.status < 500:
                    return answer
                else:
                    trouble = f"a failure of the server ({answer.status})"
                    if not repeatable:
                        raise UnansweredError(f"{trouble}.", where=f"{method} {url}")
            if pause > _LONGEST_WAIT:
                break
            self.sleep(pause)
        mend = "Run this again later: it goes on where it stopped."
        raise ReleaseError(f"{trouble}, {self.tries} times.", where=f"{method} {url}", mend=mend)

    def _exchange(self, method: str, url: str, body: object) -> Answer:
        """One request and its answer."""
        address = urlsplit(url)
        kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
        connection = kind(address.netloc, timeout=self.timeout)
        target = address.path + (f"?{address.query}" if address.query else "")
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}
        try:
            if isinstance(body, Path):
                headers |= {"Content-Type": "application/octet-stream", "Content-Length": str(body.stat().st_size)}
                with body.open("rb") as file:
                    connection.request(method, target, file, headers)
            else:
                content = None if body is None else json.dumps(body, ensure_ascii=False).encode()
                connection.request(method, target, content, headers | {"Content-Type": "application/json"})
            response = connection.getresponse()
            return Answer(response.status, response.getheader("Retry-After"), response.read())
        finally:
            connection.close()

    def _refusal(self, method: str, url: str, answer: Answer) -> RefusedError:
        mend = {
            401: "The access token is wrong or has expired; make another one.",
            403: "The access token needs the scopes deposit:write and deposit:actions.",
        }.get(answer.status, "")
        what = f"the server refused ({answer.status}): {self._reason(answer.body)}"
        return RefusedError(what, where=f"{method} {url}", mend=mend, status=answer.status)

    def _reason(self, body: bytes) -> str:
        """What the server says of a refusal, on one line. Whatever it repeats, it is not the token."""
        try:
            told = json.loads(body)
            details = [
                f"{item.get('field')}: {item.get('message') or item.get('messages')}" for item in told.get("errors", [])
            ]
            reason = "; ".join([str(told.get("message")), *details])
        except (ValueError, AttributeError):
            reason = body[:200].decode("utf-8", "replace")
        return " ".join(reason.replace(self.token, "…").split())


def seconds_to_wait(retry_after: str | None, otherwise: float) -> float:
    """The seconds that a Retry-After asks for: as a number or as a date (RFC 9110, section 10.2.3)."""
    if retry_after is None:
        return otherwise
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        return max(0.0, (parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return otherwise
