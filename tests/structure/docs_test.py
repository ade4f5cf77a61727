"""Doxygen over the public headers: no warning, no entity without a comment, and the page from clause to entity."""
import re
import tempfile
import unittest

from project import BUILD, ROOT, need_judge, run

HEADER = ROOT / "capi/annexa.h"


class Docs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        need_judge("doxygen")
        run("cmake", BUILD)
        cls.built = run("cmake", "--build", BUILD, "--target", "docs", check=False)

    def test_doxygen_warns_of_nothing(self):
        self.assertEqual(self.built.returncode, 0, self.built.stdout.replace(f"{ROOT}/", "")[-6000:])

    def test_a_page_leads_from_the_standard_to_the_entities(self):
        page = (BUILD / "docs/html/source.html").read_text()
        self.assertIn("Traceability", page)
        for source in ("RFC 9562", "ISO 4217", "RFC 8785"):
            self.assertIn(source, page)
        of_clause = re.search(r'<dt id="10.2-d"><b>10.2 d</b></dt>\n(.*?)<dt', page, re.S)
        self.assertIsNotNone(of_clause, "there is no group for 10.2 d")
        self.assertIn(">command::JudgeEffectiveness</a>", of_clause[1])
        clauses = re.findall(r'<dt id="([\d.]+)">', page)
        self.assertEqual(clauses, sorted(clauses, key=lambda clause: [int(part) for part in clause.split(".")]))
        self.assertEqual([name for name in re.findall(r'href="([\w-]+\.html)', page) if not (BUILD / "docs/html" / name).exists()], [])

    @unittest.skipUnless(HEADER.exists(), "the C interface is not written yet")
    def test_every_c_function_documents_all_parameters_and_its_answer(self):
        with tempfile.TemporaryDirectory() as folder:
            settings = (BUILD / "Doxyfile").read_text() + "\n".join([
                f"OUTPUT_DIRECTORY = {folder}", f"INPUT = {HEADER}", "USE_MDFILE_AS_MAINPAGE =", "WARN_NO_PARAMDOC = YES",
                "OPTIMIZE_OUTPUT_FOR_C = YES", "WARN_IF_INCOMPLETE_DOC = YES", "GENERATE_TAGFILE ="])
            with tempfile.NamedTemporaryFile("w", suffix=".doxyfile") as file:
                file.write(settings)
                file.flush()
                run("doxygen", file.name)

    @unittest.skipUnless(HEADER.exists(), "the C interface is not written yet")
    def test_every_c_function_says_since_when_it_exists(self):
        text = HEADER.read_text()
        functions = re.findall(r"/\*\*((?:(?!\*/).)*)\*/\s*ANNEXA_API[^;]*?\b(annexa_\w+)\s*\(", text, re.S)
        self.assertEqual([name for comment, name in functions if "@since" not in comment], [])
        self.assertEqual(len(functions), len(re.findall(r"^ANNEXA_API", text, re.M)))
