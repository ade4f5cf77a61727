#!/usr/bin/python3
"""Runs one Python test file (unittest) and prints what tests/run counts: a line for the suite and each skipped case.

    run_script.py tests/structure/rooms_test.py
"""
import importlib.util
import os
import signal
import sys
import unittest


def load(path):
    spec = importlib.util.spec_from_file_location(os.path.splitext(os.path.basename(path))[0], path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def main():
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in the background of a shell; tests send it to programs
    path = os.path.abspath(sys.argv[1])
    sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(path)]
    suite = unittest.defaultTestLoader.loadTestsFromModule(load(path))
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=1).run(suite)
    folder = os.path.basename(os.path.dirname(path))
    name = folder + "/" + os.path.basename(path).removesuffix("_test.py")
    failed = len({case.id().split(" ")[0] for case, _ in result.failures + result.errors})
    for case, reason in result.skipped:
        test = getattr(case, "test_case", case)  # of a subtest, the test it belongs to
        title = getattr(test, "_testMethodName", test.id())  # a class that is skipped as a whole has no method
        print(f"@skipped {name}: {title.replace('_', ' ')} ({reason})")
    passed = max(0, result.testsRun - failed - len(result.skipped))
    print(f"@suite {name} {passed} {failed}")
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
