"""The SQL of the PostgreSQL store, read from its table: what distributed SQL lacks is not in it, and every statement about a journal
names its tenant."""
import re
import unittest

from project import ROOT

SOURCE = ROOT / "src/journal/postgres_sql.hpp"
TABLES = ("annexa_head", "annexa_event", "annexa_personal", "annexa_blob", "annexa_subtree", "annexa_snapshot", "annexa_snapshot_part")
#: What CockroachDB, YugabyteDB or Citus do not have, or have otherwise.
LACKING = re.compile(r"\b(?:\w*serial|sequence|nextval|trigger|function|procedure|pg_advisory\w*|listen|notify|temp|temporary|"
                     r"extension|lock table|foreign key|references|inherits|deferrable|savepoint|returning|copy|ctid|xmin|"
                     r"pg_catalog|do \$\$|cursor|skip locked|nowait)\b", re.I)


def literals(text):
    """The SQL in C++ text: raw strings, and quoted ones with those that follow them."""
    found = re.findall(r'R"\((.*?)\)"', text, re.S)
    plain = re.sub(r'R"\(.*?\)"|//[^\n]*|#include[^\n]*', "", text, flags=re.S)
    for run in re.findall(r'"(?:[^"\\\n])*"(?:\s*"(?:[^"\\\n])*")*', plain):
        found.append("".join(re.findall(r'"([^"]*)"', run)))
    return found


def statements():
    sql = [text for text in literals(SOURCE.read_text()) if re.match(r"(?:SELECT|INSERT|UPDATE|DELETE|CREATE|BEGIN|SET|COMMIT|ROLLBACK)\b", text)]
    return [text for text in sql if not text.startswith("CREATE")], [text for text in sql if text.startswith("CREATE")]


def names_tenant(sql):
    """Whether a statement about a journal is about that of one tenant, the first parameter."""
    if sql.startswith("INSERT"):
        return bool(re.search(r"\(tenant, .*VALUES \(\$1\b", sql))
    return bool(re.search(r"WHERE tenant = \$1(?: AND [\w ]+(?:=|>=|<>) (?:\$\d+|0))*(?: ORDER BY \w+ LIMIT \$\d+| FOR UPDATE)?$", sql))


class Sql(unittest.TestCase):
    def setUp(self):
        self.dml, self.ddl = statements()

    def test_all_of_it_is_here(self):
        self.assertEqual(len(self.ddl), 8)
        self.assertEqual(len(self.dml), 36)
        others = [path.name for path in (ROOT / "src/journal").glob("postgres*") if path != SOURCE
                  and any(re.match(r"(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP) ", text) for text in literals(path.read_text()))]
        self.assertEqual(others, [])

    def test_every_statement_about_a_journal_names_its_tenant(self):
        about = [sql for sql in self.dml if any(re.search(rf"(?:FROM|INTO|UPDATE) {table}\b", sql) for table in TABLES)]
        self.assertEqual(len(about), 25)
        self.assertEqual([sql for sql in about if not names_tenant(sql)], [])

    def test_every_key_begins_with_the_tenant(self):
        keys = re.findall(r"(annexa_\w+) (?:PRIMARY KEY|UNIQUE) \((\w+)", " ".join(self.ddl))
        self.assertEqual([key for key, first in keys if first != "tenant"], ["annexa_layout_number"])
        self.assertEqual(len(keys), 10)

    def test_nothing_is_in_it_that_distributed_sql_lacks(self):
        self.assertEqual([sql for sql in self.dml + self.ddl if LACKING.search(sql)], [])

    def test_values_come_through_parameters_alone(self):
        for sql in self.dml:
            with self.subTest(sql):
                literal = set(re.findall(r"'([^']*)'", sql))
                self.assertLessEqual(literal, {"annexa_blob", "annexa_event", "annexa_head", "annexa_layout", "annexa_personal", "annexa_snapshot",
                                               "annexa_snapshot_part", "annexa_subtree", "PRIMARY KEY", "UNIQUE",
                                               "fsync", "synchronous_commit", "10s", "20s"})

    def test_the_rules_find_what_breaks_them(self):
        for sql in ("SELECT size FROM annexa_head", "SELECT size FROM annexa_head WHERE tenant = $1 OR true",
                    "DELETE FROM annexa_personal WHERE commitment = $1", "SELECT max(position) FROM annexa_event WHERE id = $2",
                    "INSERT INTO annexa_event (position, tenant) VALUES ($1, $2)"):
            self.assertFalse(names_tenant(sql), sql)
        for sql in ("CREATE TABLE a (b bigserial)", "SELECT pg_advisory_lock(1)", "LISTEN a", "CREATE TRIGGER a", "UPDATE a SET b = 1 RETURNING b"):
            self.assertRegex(sql, LACKING)


if __name__ == "__main__":
    unittest.main()
