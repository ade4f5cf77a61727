"""Workspaces on a PostgreSQL server, with the tool: a URL wherever a file is taken, tenants apart, refusals that tell what to do and
never a password."""
import contextlib
import json
import pathlib
import socket
import sys
import tempfile
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from postgres import PASSWORD, SHOWN_PASSWORD, Server
from project import run
from tool import TOOL

UNIT = '[{"command": "unit.add", "name": "Sales", "kind": "process"}]'


class CommitCut:
    """A way to a server on which the first connection that commits is cut, before or after the COMMIT has arrived; the server then
    seems to be gone, unless it comes back."""

    def __init__(self, port, arrives, comes_back):
        self.server, self.arrives, self.comes_back, self.cuts = port, arrives, comes_back, 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self.server))
            cut, answered = threading.Event(), threading.Event()
            for ends in ((client, server, True), (server, client, False)):
                threading.Thread(target=self.pass_on, args=(*ends, cut, answered), daemon=True).start()

    def pass_on(self, source, target, from_client, cut, answered):
        try:
            while piece := source.recv(65536):
                if from_client and b"COMMIT" in piece and not self.cuts:
                    self.cuts += 1
                    if not self.comes_back:
                        self.close()
                    cut.set()
                    if self.arrives:
                        target.sendall(piece)
                        answered.wait(10)
                    break
                if not from_client and cut.is_set():  # the server has answered, and nobody hears it
                    answered.set()
                    break
                target.sendall(piece)
        except OSError:
            pass
        for each in (source, target):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def close(self):
        with contextlib.suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()


class OnAServer(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.addClassCleanup(cls.server.close)
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="annexa-server-"))
        cls.commands = cls.folder / "commands.json"
        cls.commands.write_text(UNIT)

    def tool(self, *arguments, status=0):
        """Runs the tool; whatever it says, it says no password."""
        done = run(TOOL, *arguments, check=False)
        self.assertEqual(done.returncode, status, done.stdout)
        for secret in (PASSWORD, SHOWN_PASSWORD):
            self.assertNotIn(secret, done.stdout)
        return done.stdout

    def made(self, tenant):
        url = self.server.url(tenant)
        self.tool("init", url, "--organization", tenant.title())
        return url

    def test_a_url_is_taken_wherever_a_file_is(self):
        url = self.made("acme")
        self.tool("apply", url, self.commands)
        self.assertEqual(json.loads(self.tool("--json", "show", url, "units"))[0]["name"], "Sales")
        self.assertIn("is what annexa wrote", self.tool("verify", url))
        self.assertEqual(len(self.tool("log", url).splitlines()), 3)
        key = self.folder / "key.pem"
        run("openssl", "genpkey", "-algorithm", "ed25519", "-out", key)
        note = self.folder / "acme.note"
        self.tool("checkpoint", url, "--key", key, "-o", note)
        self.assertIn("1", self.tool("prove", url, "1", "--checkpoint", note))
        self.assertIn("server.exists", self.tool("init", url, "--organization", "Acme", status=3))

    def test_a_workspace_that_is_refused_leaves_nothing(self):
        url = self.server.url("refused")
        self.tool("init", url, "--organization", " ", status=1)
        self.assertIn("server.not-found", self.tool("show", url, "units", status=3))
        self.tool("init", url, "--organization", "Refused")

    def test_tenants_see_nothing_of_each_other(self):
        one, two = self.made("one"), self.made("two")
        before = self.tool("--json", "verify", two)
        self.tool("apply", one, self.commands)
        self.assertEqual(json.loads(self.tool("--json", "show", two, "units")), [])
        self.assertEqual(self.tool("--json", "verify", two), before)
        self.server.psql("DELETE FROM annexa_event WHERE tenant IN (SELECT tenant FROM annexa_head WHERE tenant_key = 'one')")
        self.assertEqual(self.tool("--json", "verify", two), before)
        self.assertIn("NOT", self.tool("verify", one, status=3))

    def test_a_url_without_a_good_tenant_is_refused(self):
        for more, rule in (("", "server.no-tenant"), ("tenant=", "server.bad-tenant"), ("tenant=a%20b", "server.bad-tenant"),
                           ("tenant=a/b", "server.bad-tenant"), ("tenant=" + "a" * 65, "server.bad-tenant"), ("tenant=-a", "server.bad-tenant"),
                           ("tenant=a&tenant=b", "server.bad-tenant"), ("tenant=%zz", "server.bad-tenant"), ("tenant=a'--", "server.bad-tenant"),
                           ("Tenant=a", "server.no-tenant"), ("tenant=a&sslmod=require", "server.bad-url"),
                           ("tenant=a&password=" + SHOWN_PASSWORD + "&port=x y", "server.unreachable")):
            with self.subTest(more):
                found = self.tool("show", self.server.url(more=more), "units", status=3 if rule == "server.unreachable" else 2)
                self.assertIn(f"[{rule}]", found)

    def test_no_message_shows_a_password(self):
        host = f"127.0.0.1:{self.server.port}/audits?tenant=a"
        for url in (f"postgres://auditor:{SHOWN_PASSWORD}@{host}", f"postgres://auditor:{SHOWN_PASSWORD}%zz@{host}",
                    f"postgres://auditor:{PASSWORD}@{host}", f"postgres://auditor:wrong{SHOWN_PASSWORD}@{host}",
                    f"postgres://auditor:{SHOWN_PASSWORD}@127.0.0.1:1/audits?tenant=a", f"postgres://auditor@{host}&password={SHOWN_PASSWORD}x",
                    f"postgres://auditor:{SHOWN_PASSWORD}@no.such.host.invalid/audits?tenant=a"):
            for command in (("show", url, "units"), ("--json", "verify", url), ("init", url, "--organization", " "), ("backup", url, "-o", self.folder / "x")):
                done = run(TOOL, *command, check=False)
                self.assertIn(done.returncode, (1, 2, 3), done.stdout)
                for secret in (PASSWORD, SHOWN_PASSWORD, "word%2F", "word/"):
                    self.assertNotIn(secret, done.stdout)

    def test_parameters_of_tls_reach_the_server(self):
        found = self.tool("show", self.server.url("acme", "sslmode=require"), "units", status=3)
        self.assertIn("SSL", found)
        self.assertIn("server.unreachable", found)

    def test_a_server_that_may_lose_what_it_acknowledges_is_refused(self):
        found = self.tool("init", self.server.url("lossy", "options=-c%20synchronous_commit%3Doff"), "--organization", "A", status=3)
        self.assertIn("[server.lossy]", found)
        self.assertIn("synchronous_commit = off", found)

    def test_a_server_that_goes_away_in_the_middle_of_a_commit(self):
        command = self.folder / "with-id.json"
        command.write_text('[{"command": "unit.add", "name": "Sales", "kind": "process", "id": "018f3c1e-0000-7000-8000-000000000001"}]')
        for arrives in (True, False):
            for comes_back in (True, False):
                with self.subTest(arrives=arrives, comes_back=comes_back):
                    tenant = f"cut-{arrives}-{comes_back}".lower()
                    url = self.made(tenant)
                    way = CommitCut(self.server.port, arrives, comes_back)
                    self.addCleanup(way.close)
                    found = self.tool("apply", self.server.url(tenant, port=way.port), command, status=0 if comes_back else 3)
                    self.assertEqual(way.cuts, 1)
                    if not comes_back:
                        self.assertIn("[server.unknown-outcome]", found)
                    self.tool("apply", url, command)
                    self.assertEqual(len(json.loads(self.tool("--json", "show", url, "units"))), 1)
                    self.assertIn("is what annexa wrote", self.tool("verify", url))

    def test_a_backup_is_the_journal_in_a_file(self):
        url, copy = self.made("copied"), self.folder / "copy.annexa"
        large = self.folder / "large.json"
        large.write_text(json.dumps([{"command": "unit.add", "name": "Sales", "kind": "process", "description": "x" * 70_000},
                                     {"command": "person.add", "person": "anna", "name": "Anna Kern"}]))
        self.tool("apply", url, large)
        made = json.loads(self.tool("--json", "backup", url, "-o", copy))
        self.assertEqual((made["file"], made["size"]), (str(copy), 3))
        self.assertEqual(self.tool("--json", "verify", copy), self.tool("--json", "verify", url))
        for noun in ("units", "people"):
            self.assertEqual(self.tool("--json", "show", copy, noun), self.tool("--json", "show", url, noun))
        self.assertIn("[store.exists]", self.tool("backup", url, "-o", copy, status=3))
        self.server.psql("UPDATE annexa_blob SET bytes = '\\x7b7d' WHERE tenant IN (SELECT tenant FROM annexa_head WHERE tenant_key = 'copied')")
        self.assertIn("[journal.changed-blob]", self.tool("backup", url, "-o", self.folder / "damaged", status=3))
        self.assertIn("[journal.changed-blob]", self.tool("verify", url, status=3))
        self.assertEqual([each.name for each in self.folder.iterdir() if each.name.startswith("damaged")], [])

    def test_a_large_workspace_is_opened_from_the_state_that_is_kept_of_it(self):
        url = self.made("large")
        of_it = "WHERE tenant IN (SELECT tenant FROM annexa_head WHERE tenant_key = 'large')"
        many = self.folder / "many.json"
        many.write_text(json.dumps([{"command": "person.add", "person": f"P-{i}", "name": f"Person {i}"} for i in range(10_010)]))
        self.tool("--quiet", "apply", url, many)
        size = json.loads(self.tool("--json", "stats", url))["size"]
        people = self.tool("--json", "show", url, "people")
        self.assertEqual(json.loads(self.tool("--json", "stats", url))["snapshot"], size)
        self.assertEqual(self.tool("--json", "--fold-all", "show", url, "people"), people)
        self.assertIn("is what annexa wrote", self.tool("verify", url))
        self.assertEqual(self.server.psql(f"SELECT count(*) FROM annexa_subtree {of_it}").strip(), str(size // 256))
        self.server.psql(f"UPDATE annexa_snapshot_part SET bytes = '\\x00' {of_it}")
        self.assertEqual(json.loads(self.tool("--json", "stats", url))["snapshot"], 0)
        self.assertEqual(self.tool("--json", "show", url, "people"), people)
        self.assertIn("[workspace.snapshot]", self.tool("verify", url, status=3))
        self.server.psql(f"UPDATE annexa_subtree SET hash = annexa_event.leaf FROM annexa_event WHERE number = 3 AND position = 0 AND "
                         f"annexa_subtree.{of_it.removeprefix('WHERE ')}")
        self.assertIn("[journal.subtree]", self.tool("verify", url, status=3))
        self.assertEqual(self.tool("--json", "show", url, "people"), people)

    def test_a_user_who_may_only_read_reads(self):
        url = self.made("readers")
        standby = self.server.url("readers", "options=-c%20default_transaction_read_only%3Don")
        self.assertEqual(json.loads(self.tool("--json", "show", standby, "units")), [])
        self.assertIn("server.read-only", self.tool("apply", standby, self.commands, status=3))
        self.tool("apply", url, self.commands)


class Tables(unittest.TestCase):
    """Tables that are not as annexa made them."""

    def setUp(self):
        self.server = Server()
        self.addCleanup(self.server.close)
        self.url = self.server.url("acme")
        run(TOOL, "init", self.url, "--organization", "Acme")

    def refusal(self, *sql):
        for each in sql:
            self.server.psql(each)
        done = run(TOOL, "show", self.url, "units", check=False)
        self.assertEqual(done.returncode, 3, done.stdout)
        return done.stdout

    def test_tables_of_another_form_are_refused_and_named(self):
        self.assertIn("server.newer", self.refusal("INSERT INTO annexa_layout VALUES (7)"))
        self.server.psql("DELETE FROM annexa_layout WHERE number = 7")
        found = self.refusal("ALTER TABLE annexa_event ALTER COLUMN leaf DROP NOT NULL")
        self.assertIn("server.altered", found)
        self.assertIn("annexa_event leaf", found)
        self.assertIn("server.not-found", self.refusal("DROP TABLE annexa_layout"))

    def test_a_table_that_is_missing_is_named_and_made_with_the_next_journal(self):
        for table in ("annexa_blob", "annexa_subtree", "annexa_snapshot_part"):
            with self.subTest(table):
                found = self.refusal(f"DROP TABLE {table}")
                self.assertIn("[server.no-table]", found)
                self.assertIn(f"The table {table} is missing", found)
                run(TOOL, "init", self.server.url(table), "--organization", "Other")
                run(TOOL, "verify", self.url)

    def test_a_key_that_is_missing_is_noticed_by_whoever_writes(self):
        self.server.psql("ALTER TABLE annexa_event DROP CONSTRAINT annexa_event_id")
        commands = self.server.folder / "commands.json"
        commands.write_text(UNIT)
        done = run(TOOL, "apply", self.url, commands, check=False)
        self.assertEqual(done.returncode, 3)
        self.assertIn("server.altered", done.stdout)

    def test_a_table_takes_nothing_that_annexa_would_not_write(self):
        for sql in ("UPDATE annexa_head SET size = -1", "UPDATE annexa_head SET frontier = '\\x00'", "UPDATE annexa_event SET leaf = ''",
                    "UPDATE annexa_event SET version = 0", "UPDATE annexa_event SET body = ''", "UPDATE annexa_event SET position = -1"):
            with self.subTest(sql), self.assertRaises(AssertionError):
                self.server.psql(sql)

    def test_a_server_that_is_gone_is_told(self):
        self.server.stop()
        self.assertIn("server.unreachable", self.refusal())
        self.server.start()
        run(TOOL, "show", self.url, "units")


if __name__ == "__main__":
    unittest.main()
