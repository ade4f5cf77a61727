"""A program pays for the catalogs that it asks for, and for no other: shown on what the linker leaves in it."""
import pathlib
import shutil
import tempfile
import unittest

from project import RELEASE, ROOT, run

#: A sentence of each table that stands in no other.
SENTENCES = {"iso27001_2022": b"Circumstances inside and outside that could help or hamper the ISMS",
             "iso27001_2013": b"Review of the policies for information security",
             "soc2_tsc_2017": b"structure and people on which the rest of the control system depends",
             "hipaa_security_rule": b"workforce compliance",
             "gdpr": b"Subject-matter and objectives",
             "nist_csf_2_0": b"The organizational mission is understood and informs",
             "nist_800_53_r5": b"Automated System Account Management",
             "crosswalk": b"CISO Assistant mapping (points of focus rolled up to criterion)"}


class Sections(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="annexa-sections-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)

    def program(self, name, expression):
        """The bytes of a program that prints a number, and the size of its constants."""
        source = self.folder / f"{name}.cpp"
        source.write_text("#include <annexa/catalog/catalog.hpp>\n#include <annexa/catalog/crosswalk.hpp>\n#include <cstdio>\n"
                          f'int main() {{ std::printf("%zu\\n", std::size_t({expression})); }}\n')
        binary = self.folder / name
        run("c++", "-std=c++20", "-O1", f"-I{ROOT}/include", source, RELEASE / "lib/libannexa-cpp.a", "-Wl,--gc-sections",
            "-o", binary)
        sections = {line.split()[0]: int(line.split()[1]) for line in run("size", "-A", binary).stdout.splitlines()
                    if line.startswith(".")}
        return binary.read_bytes(), sections[".rodata"], int(run(binary).stdout)

    def test_a_program_that_asks_one_catalog_carries_no_other(self):
        sizes = {}
        for name in list(SENTENCES)[:-1]:
            with self.subTest(name):
                binary, sizes[name], rows = self.program(name, f"annexa::{name}().requirements().size()")
                self.assertGreater(rows, 80)
                self.assertEqual([other for other, sentence in SENTENCES.items() if sentence in binary], [name])
        binary, everything, count = self.program(
            "all", "annexa::find_catalog(\"gdpr\")->requirements().size() + annexa::crosswalks().size()")
        self.assertEqual(count, 151 + 7)
        self.assertEqual([name for name, sentence in SENTENCES.items() if sentence in binary], list(SENTENCES))
        self.assertLess(sizes["iso27001_2022"], 120_000)
        self.assertGreater(everything, sizes["iso27001_2022"] + 300_000)
        print("constants in bytes: " + ", ".join(f"{name} {size}" for name, size in sizes.items()) + f", all with crosswalks {everything}")


if __name__ == "__main__":
    unittest.main()
