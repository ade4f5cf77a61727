"""Builds the wheel of annexa with the standard library alone (PEP 517, PEP 660), so that installing needs no network.

The library inside is built by CMake from the sources around this package, or is the file that ANNEXA_LIBRARY names. The same
inputs give the same bytes. A source distribution holds the package without the library and is installed with ANNEXA_LIBRARY.
"""
import base64
import gzip
import hashlib
import io
import os
import pathlib
import re
import subprocess
import sysconfig
import tarfile
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parents[1]
PACKAGE = HERE / "annexa"
SOURCES = HERE.parents[1]  # the project, where this is part of it
EPOCH = (2020, 1, 1, 0, 0, 0)  # one date for all files


def _version():
    """The version of the project, or that of the source distribution."""
    cmake = SOURCES / "CMakeLists.txt"
    if cmake.exists():
        return re.search(r"project\(annexa VERSION ([0-9.]+)", cmake.read_text())[1]
    return re.search(r"^Version: (.+)$", (HERE / "PKG-INFO").read_text(), re.M)[1]


NAME, VERSION = "annexa", _version()
INFO = f"{NAME}-{VERSION}.dist-info"


def _tag():
    named = os.environ.get("ANNEXA_WHEEL_PLATFORM")
    return "py3-none-" + (named or re.sub(r"[-.]", "_", sysconfig.get_platform()))


def _library():
    """The bytes of libannexa.so."""
    given = os.environ.get("ANNEXA_LIBRARY")
    if given:
        return pathlib.Path(given).read_bytes()
    if not (SOURCES / "CMakeLists.txt").exists():
        raise RuntimeError("the library's sources are not here; name a built libannexa.so.1 in ANNEXA_LIBRARY")
    with tempfile.TemporaryDirectory(prefix="annexa-wheel-") as folder:
        ninja = ["-G", "Ninja"] if any((pathlib.Path(p) / "ninja").exists() for p in os.get_exec_path()) else []
        subprocess.run(["cmake", "-S", SOURCES, "-B", folder, *ninja, "-DCMAKE_BUILD_TYPE=Release", "-DANNEXA_WHEEL=ON",
                        "-DANNEXA_BUILD_TESTS=OFF", "-DANNEXA_BUILD_EXAMPLES=OFF"], check=True)
        subprocess.run(["cmake", "--build", folder, "--target", "annexa_c", "--parallel"], check=True)
        return next(pathlib.Path(folder).rglob("libannexa.so")).read_bytes()


def _metadata():
    return (f"Metadata-Version: 2.1\nName: {NAME}\nVersion: {VERSION}\n"
            "Summary: ISO/IEC 27001 internal audits as a library\nLicense: Apache-2.0\nRequires-Python: >=3.9\n"
            "Description-Content-Type: text/markdown\n\n" + (HERE / "README.md").read_text()).encode()


def _wheel_file():
    return f"Wheel-Version: 1.0\nGenerator: annexa_build\nRoot-Is-Purelib: false\nTag: {_tag()}\n".encode()


def _info():
    return {f"{INFO}/METADATA": _metadata(), f"{INFO}/WHEEL": _wheel_file()}


def _sources():
    """The files of the package, without the library and without what Python makes of them."""
    return {f"annexa/{path.relative_to(PACKAGE).as_posix()}": path.read_bytes() for path in sorted(PACKAGE.rglob("*"))
            if path.is_file() and path.suffix in (".py", ".pyi", ".typed") and "_lib" not in path.parts}


def _entry(name, executable=False):
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = (0o755 if executable else 0o644) << 16
    return entry


def _pack(folder, files):
    wheel = pathlib.Path(folder, f"{NAME}-{VERSION}-{_tag()}.whl")
    record = []
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in sorted(files):
            archive.writestr(_entry(name, name.endswith(".so")), files[name])
            digest = base64.urlsafe_b64encode(hashlib.sha256(files[name]).digest()).rstrip(b"=").decode()
            record.append(f"{name},sha256={digest},{len(files[name])}")
        record.append(f"{INFO}/RECORD,,")
        archive.writestr(_entry(f"{INFO}/RECORD"), "\n".join(record) + "\n")
    return wheel.name


# ---- PEP 517 and PEP 660

def get_requires_for_build_wheel(config_settings=None):
    return []


get_requires_for_build_sdist = get_requires_for_build_editable = get_requires_for_build_wheel


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    for name, data in _info().items():
        path = pathlib.Path(metadata_directory, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return INFO


prepare_metadata_for_build_editable = prepare_metadata_for_build_wheel


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    return _pack(wheel_directory, {**_sources(), "annexa/_lib/libannexa.so": _library(), **_info()})


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    beside = PACKAGE / "_lib"
    beside.mkdir(exist_ok=True)
    (beside / "libannexa.so").write_bytes(_library())
    return _pack(wheel_directory, {f"{NAME}.pth": f"{HERE}\n".encode(), **_info()})


def build_sdist(sdist_directory, config_settings=None):
    top = f"{NAME}-{VERSION}"
    files = {**_sources(), "PKG-INFO": _metadata(), "pyproject.toml": (HERE / "pyproject.toml").read_bytes(),
             "README.md": (HERE / "README.md").read_bytes(),
             "build_backend/annexa_build.py": pathlib.Path(__file__).read_bytes()}
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name in sorted(files):
            entry = tarfile.TarInfo(f"{top}/{name}")
            entry.size = len(files[name])
            entry.mode = 0o644
            archive.addfile(entry, io.BytesIO(files[name]))
    archive_name = f"{top}.tar.gz"
    with open(pathlib.Path(sdist_directory, archive_name), "wb") as out:
        with gzip.GzipFile(filename="", mode="wb", fileobj=out, mtime=0) as packed:
            packed.write(plain.getvalue())
    return archive_name
