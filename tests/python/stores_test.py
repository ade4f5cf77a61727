"""Where workspaces are kept, from Python: a server, the storage of a host, and a pool over those of many tenants."""
import pathlib
import sqlite3
import tempfile
import unittest

from package import AT, SEED, ax, in_memory
from postgres import PASSWORD, Server


class OnAServer(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.addClassCleanup(cls.server.close)
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)

    def made(self, tenant):
        url = self.server.url(tenant)
        with ax.create(url, organization=tenant.title(), at=AT, seed=SEED) as ws:
            ws.person.add("anna", name="Anna Audit")
            ws.unit.add("U-1", name="Sales", kind="process", description="x" * 70_000)
        return url

    def test_a_url_opens_as_a_file_does(self):
        url = self.made("acme")
        with ax.open(url) as ws:
            self.assertEqual((ws.people["anna"].name, len(ws.units["U-1"].description)), ("Anna Audit", 70_000))
            self.assertTrue(ws.verify()["ok"])
            ws.unit.change("U-1", name="Marketing")
        with ax.open(url, read_only=True) as ws:
            self.assertEqual(ws.units["U-1"].name, "Marketing")
            with self.assertRaises(ax.StorageError) as caught:
                ws.unit.add("U-2", name="Support", kind="process")
            self.assertTrue(caught.exception.names("server.read-only"))

    def test_the_journal_of_a_server_is_that_of_memory_and_of_a_file(self):
        with ax.create(self.server.url("backed"), organization="Acme") as ws:
            ws.person.add("anna", name="Anna Audit")
            ws.unit.add("U-1", name="Sales", kind="process", description="x" * 70_000)
            copy = self.folder / "copy.annexa"
            made = ws.backup(copy)
            self.assertEqual((made["size"], made["root"]), (3, ws.root))
            with ax.open(copy) as other:
                self.assertEqual(other.root, ws.root)
                self.assertEqual(list(other.events()), list(ws.events()))
                self.assertEqual(other.people["anna"].name, "Anna Audit")
                self.assertTrue(other.verify()["ok"])
            with self.assertRaises(ax.StorageError) as caught:
                ws.backup(copy)
            self.assertTrue(caught.exception.names("store.exists"))

    def test_what_a_server_refuses_is_an_exception_that_shows_no_password(self):
        for url, kind, rule in ((self.server.url(), ax.UsageError, "server.no-tenant"),
                                (self.server.url("nobody"), ax.StorageError, "server.not-found"),
                                (self.server.url("acme", port=1), ax.StorageError, "server.unreachable")):
            with self.subTest(rule), self.assertRaises(kind) as caught:
                ax.open(url)
            self.assertTrue(caught.exception.names(rule) or rule == "server.not-found", str(caught.exception))
            self.assertNotIn(PASSWORD, str(caught.exception))

    def test_a_pool_serves_many_tenants_by_few_connections(self):
        urls = [self.made(f"tenant-{number}") for number in range(12)]
        with ax.Pool(max_memory=20_000, actor="anna") as pool:
            for visit in (1, 2):
                for url in urls:
                    with pool.open(url) as ws:
                        ws.unit.add(f"U-1{visit}", name="Support", kind="process")
                        self.assertEqual(len(ws.units), 1 + visit)
            connections = int(self.server.psql("SELECT count(*) FROM pg_stat_activity WHERE datname = 'audits'")) - 1
            self.assertLessEqual(connections, 4)
            figures = pool.figures()
        self.assertLessEqual(figures["memory"], 20_000)
        self.assertEqual((figures["in_use"], figures["opened"] - figures["let_go"]), (0, figures["open"]))
        self.assertGreater(figures["let_go"], 0)


class InADatabase(ax.Storage):
    """The storage of a host that has a database of its own, with other tables and transactions."""

    def __init__(self):
        self.base = sqlite3.connect(":memory:", isolation_level=None)
        self.base.executescript("""
            CREATE TABLE head (workspace, size, frontier);
            CREATE TABLE event (position UNIQUE, id UNIQUE, stream, version, leaf, body, UNIQUE (stream, version));
            CREATE TABLE text (commitment UNIQUE, salt, value);
            CREATE TABLE ticket (about);""")
        self.base.execute("INSERT INTO head VALUES (?, 0, ?)", (bytes(range(1, 17)), b""))
        self.broken = False

    def head(self):
        if self.broken:
            raise OSError("the disk of the host is gone")
        return ax.StoredHead(*self.base.execute("SELECT workspace, size, frontier FROM head").fetchone())

    def append(self, append):
        self.base.execute("SAVEPOINT append")
        try:
            return self.appended(append)
        except sqlite3.Error:
            self.base.execute("ROLLBACK TO append")
            raise
        finally:
            self.base.execute("RELEASE append")

    def appended(self, append):
        if self.head().size != append.expected_size:
            return False
        self.base.executemany("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)", append.events)
        self.base.executemany("INSERT OR IGNORE INTO text VALUES (?, ?, ?)", append.texts)
        self.base.executemany("DELETE FROM text WHERE commitment = ?", [(each,) for each in append.erase])
        self.base.execute("UPDATE head SET size = ?, frontier = ?", (append.size, append.frontier))
        return True

    def read(self, start, limit):
        rows = self.base.execute("SELECT * FROM event WHERE position >= ? ORDER BY position LIMIT ?", (start, min(limit, 2**62)))
        return [ax.StoredEvent(*row) for row in rows]

    def one(self, sql, *values):
        row = self.base.execute(sql, values).fetchone()
        return row[0] if row else None

    def find(self, event_id):
        return self.one("SELECT position FROM event WHERE id = ?", event_id)

    def version(self, stream):
        return self.one("SELECT coalesce(max(version), 0) FROM event WHERE stream = ?", stream)

    def personal(self, commitment):
        return self.base.execute("SELECT salt, value FROM text WHERE commitment = ?", (commitment,)).fetchone()

    def erase(self, commitment):
        return self.base.execute("DELETE FROM text WHERE commitment = ?", (commitment,)).rowcount == 1


class InAHost(unittest.TestCase):
    def test_a_workspace_lives_in_the_database_of_the_host(self):
        storage = InADatabase()
        with ax.create(storage, organization="Acme", at=AT, seed=SEED) as ws:
            ws.person.add("anna", name="Anna Audit")
            ws.unit.add("U-1", name="Sales", kind="process")
            self.assertTrue(ws.verify()["ok"])
            root = ws.root
        with ax.open(storage) as ws:
            self.assertEqual((ws.root, ws.people["anna"].name, len(list(ws.events()))), (root, "Anna Audit", 3))
        with self.assertRaises(ax.Conflict) as caught:
            ax.create(storage, organization="Acme")
        self.assertTrue(caught.exception.names("workspace.not-empty"))

    def test_what_the_host_rolls_back_never_was(self):
        storage = InADatabase()
        with ax.create(storage, organization="Acme") as ws:
            for end, units, tickets in (("COMMIT", 1, 1), ("ROLLBACK", 1, 1)):
                storage.base.execute("BEGIN")
                storage.base.execute("INSERT INTO ticket VALUES ('a new unit')")
                ws.unit.add(name="Unit", kind="process")
                storage.base.execute(end)
                ws.refresh()
                self.assertEqual((len(ws.units), storage.one("SELECT count(*) FROM ticket")), (units, tickets))
            self.assertTrue(ws.verify()["ok"])

    def test_texts_are_erased_from_the_storage(self):
        storage = InADatabase()
        with ax.create(storage, organization="Acme") as ws:
            ws.person.add("mia", name="Mia Manager")
            ws.apply({"command": "role.grant", "person": "mia", "role": "isms-manager", "from": "2026-01-01"})
            ws.person.add("anna", name="Anna Audit")
            ws.apply({"command": "personal-data.erase", "subject": "person:anna", "reason": "Asked for", "actor": "mia"})
            self.assertEqual([row[0] for row in storage.base.execute("SELECT value FROM text")], [b"Mia Manager"])
            self.assertTrue(ws.verify()["ok"])

    def test_what_the_storage_raises_is_told_and_changes_nothing(self):
        storage = InADatabase()
        with ax.create(storage, organization="Acme") as ws:
            storage.broken = True
            with self.assertRaises(ax.StorageError) as caught:
                ws.unit.add("U-1", name="Sales", kind="process")
            self.assertTrue(caught.exception.names("host.storage"))
            self.assertIn("OSError: the disk of the host is gone", str(caught.exception))
            storage.broken = False
            ws.unit.add("U-1", name="Sales", kind="process")
            storage.base.execute("UPDATE event SET body = ? WHERE position = 1", (b"{}",))
            self.assertFalse(ws.verify()["ok"])
        with self.assertRaises(TypeError):
            ax.Storage()


class Pools(unittest.TestCase):
    def test_one_workspace_is_shared_and_kept(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "acme.annexa"
            ax.create(path, organization="Acme").close()
            pool = ax.Pool()
            self.assertIn("open", repr(pool))
            with pool.open(path) as one, pool.open(path) as other:
                one.unit.add("U-1", name="Sales", kind="process")
                self.assertEqual(other.units["U-1"].name, "Sales")
                self.assertEqual(pool.figures()["in_use"], 1)
            self.assertEqual({name: pool.figures()[name] for name in ("open", "in_use", "opened")}, {"open": 1, "in_use": 0, "opened": 1})
            with pool.open(path) as ws:
                pool.close()
                pool.close()
                ws.unit.add("U-2", name="Support", kind="process")
            self.assertIn("closed", repr(pool))
            with self.assertRaises(ax.UsageError):
                pool.open(path)
            with self.assertRaises(ValueError):
                ax.Pool(max_memory=-1)

    def test_a_workspace_in_memory_is_backed_up_into_a_file(self):
        with tempfile.TemporaryDirectory() as folder, in_memory() as ws:
            ws.person.add("anna", name="Anna Audit")
            copy = pathlib.Path(folder) / "copy.annexa"
            self.assertEqual(ws.backup(copy)["root"], ws.root)
            with sqlite3.connect(copy) as database:
                self.assertEqual(database.execute("PRAGMA integrity_check").fetchone(), ("ok",))
            database.close()
            with ax.open(copy) as other:
                self.assertEqual(other.people["anna"].name, "Anna Audit")


if __name__ == "__main__":
    unittest.main()
