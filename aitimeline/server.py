"""gunicorn inside this process, so that one Ctrl-C ends the web server and the database."""

import signal
import socket
import time
from typing import Any, NoReturn

from gunicorn.app.base import BaseApplication

WAIT_FOR_PORT = 5.0  # seconds; workers of a killed server notice and leave within two


class PortTakenError(Exception):
    """Somebody else listens there."""


def wait_for_port(bind: str, port: int) -> None:
    """Return as soon as the port is free; raise PortTakenError when it stays taken."""
    deadline = time.monotonic() + WAIT_FOR_PORT
    while True:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((bind, port))
            except PermissionError as error:
                raise PortTakenError(
                    f"Port {port} needs more rights: choose another with PORT=…"
                ) from error
            except OSError as error:
                if time.monotonic() > deadline:
                    message = f"Port {port} is taken: choose another, such as PORT={port + 1}."
                    raise PortTakenError(message) from error
            else:
                return
        time.sleep(0.2)


class Server(BaseApplication):  # type: ignore[misc]
    """Made before anything else, so that no Ctrl-C from then on is lost.

    Python drops the KeyboardInterrupt of a moment in which it cannot be raised, such as the
    callback of a weak reference while modules are imported. So it is noted as well, and looked at
    when gunicorn has put its own handlers in place.
    """

    def __init__(self, bind: str, port: int) -> None:
        self.address = f"{bind}:{port}"
        self.interrupted = False
        super().__init__()
        signal.signal(signal.SIGINT, self._interrupt)

    def _interrupt(self, *_: object) -> NoReturn:
        self.interrupted = True
        raise KeyboardInterrupt

    def _stop_if_interrupted(self, _: object) -> None:
        if self.interrupted:
            raise KeyboardInterrupt

    def load_config(self) -> None:
        options: dict[str, Any] = {
            "bind": self.address,
            "workers": 2,
            "threads": 4,
            "worker_class": "gthread",
            "timeout": 60,
            "graceful_timeout": 5,
            "preload_app": True,
            "loglevel": "warning",
            "control_socket_disable": True,
            # Which headers of a proxy count is up to the settings.
            "secure_scheme_headers": {},
            "forwarder_headers": "",
            "when_ready": self._stop_if_interrupted,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from aitimeline.wsgi import application  # sets Django up, so not before it is served

        return application
