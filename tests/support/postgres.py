"""A PostgreSQL server for one test: made in a temporary folder, started on a free port of the loopback, stopped and removed."""
import atexit
import functools
import glob
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import unittest

from project import ALL, run

#: Where Debian keeps a server's programs; they are not on PATH there.
FOLDERS = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda name: int(name.split("/")[-2]), reverse=True)
USER, PASSWORD = "auditor", "p@ss word/?&%"  #: what a URL has to write by numbers
SHOWN_PASSWORD = "p%40ss%20word%2F%3F%26%25"


def program(name):
    """A server's program; skips the test by name where there is none."""
    found = shutil.which(name) or next((f"{folder}/{name}" for folder in FOLDERS if os.path.exists(f"{folder}/{name}")), None)
    if found is None:
        if ALL:
            raise AssertionError("PostgreSQL's server is not installed, and --all skips nothing")
        raise unittest.SkipTest("no server of PostgreSQL is installed; tests/run --all installs it")
    return found


def unprivileged():
    """What a command begins with so that it does not run as root, whom the server refuses."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@functools.cache
def made_once():
    """A folder with the files of a new server, from which each server gets its own: making them takes longer than all else."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="annexa-postgres-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    if os.geteuid() == 0:
        os.chown(folder, 65534, 65534)
    secret = folder / "secret"
    secret.write_text(PASSWORD + "\n")
    secret.chmod(0o644)
    run(*unprivileged(), program("initdb"), "-D", folder / "data", "-U", USER, "-E", "UTF8", "--no-locale",
        "--auth=scram-sha-256", f"--pwfile={secret}", cwd=folder)
    return folder / "data"


class Server:
    """A server with a database "audits" and a user with a password. Its settings are those of a server that keeps what it
    acknowledges; others may be given."""

    def __init__(self, **settings):
        self.postgres = program("postgres")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="annexa-postgres-"))
        self.port, self.process = free_port(), None
        if os.geteuid() == 0:
            os.chown(self.folder, 65534, 65534)
        run(*unprivileged(), "cp", "-a", made_once(), self.folder / "data", cwd=self.folder)
        self.settings = {"listen_addresses": "127.0.0.1", "port": self.port, "unix_socket_directories": self.folder,
                         "max_connections": 60, "shared_buffers": "16MB", "log_min_messages": "fatal", **settings}
        self.start()
        self.psql("CREATE DATABASE audits", database="postgres")

    def start(self):
        options = [word for name, value in self.settings.items() for word in ("-c", f"{name}={value}")]
        self.log = open(self.folder / "log", "ab")
        self.process = subprocess.Popen([*unprivileged(), self.postgres, "-D", self.folder / "data", *options], cwd=self.folder,
                                        stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while run(program("pg_isready"), "-q", "-h", "127.0.0.1", "-p", self.port, check=False).returncode != 0:
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise AssertionError("the server did not start:\n" + (self.folder / "log").read_text()[-3000:])
            time.sleep(0.05)

    def stop(self, how=signal.SIGINT):
        """Fast shutdown; SIGQUIT is an immediate one, after which the server recovers as after a crash."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(timeout=60)
        self.log.close()

    def close(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, tenant=None, more="", port=None, database="audits"):
        query = "&".join(part for part in (more, f"tenant={tenant}" if tenant else "") if part)
        return f"postgres://{USER}:{SHOWN_PASSWORD}@127.0.0.1:{port or self.port}/{database}" + (f"?{query}" if query else "")

    def psql(self, sql, database="audits"):
        """Runs SQL; returns its rows, one a line, columns with | between."""
        return run(program("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", self.url(database=database), "-c", sql).stdout
