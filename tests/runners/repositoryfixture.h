#pragma once

#include "core/runners/runner.h"
#include "tests/support/gitrepository.h"

namespace autodidact::test {

/// A small Python project with a defect, its tests before and after, and the task made of it.
struct PytestProject {
    PytestProject()
    {
        git.write(QStringLiteral("shop/__init__.py"), "");
        git.write(QStringLiteral("shop/price.py"), buggy);
        git.write(QStringLiteral("tests/test_price.py"), "from shop.price import total\n\n\ndef test_one():\n    assert total([3]) == 3\n");
        git.write(QStringLiteral("tests/test_other.py"), "def test_other():\n    from shop.price import total\n    assert total([]) == 0\n");
        git.write(QStringLiteral("setup.cfg"), "[tool:pytest]\naddopts = -q\n");
        base = git.commit();
        git.write(QStringLiteral("shop/price.py"), QByteArray(buggy).replace("len(prices)", "sum(prices)"));
        gold = git.takePatch(base);
        git.write(QStringLiteral("tests/test_price.py"), tests);
        testPatch = git.takePatch(base);
    }

    Execution execution(const QString &change, Visibility scope = Visibility::Hidden) const
    {
        Execution execution;
        execution.kind = TaskKind::Repository;
        execution.isolation = Isolation::InProcess;
        execution.code = change;
        execution.scope = scope;
        execution.limits = {.cpuMs = 20'000, .memoryMb = 512};
        execution.repository = {.name = QStringLiteral("me/shop"), .folder = git.path(), .baseCommit = base, .testPatch = testPatch,
            .failToPass = {QStringLiteral("tests/test_price.py::test_two[4-5-9]"), QStringLiteral("tests/test_price.py::TestMore::test_three")},
            .passToPass = {QStringLiteral("tests/test_price.py::test_one"), QStringLiteral("tests/test_other.py::test_other"),
                QStringLiteral("tests/test_price.py::test_known")},
            .testCommands = {QStringLiteral("python -m pytest -rA tests/test_price.py tests/test_other.py")}};
        return execution;
    }

    static inline const QByteArray buggy = "def total(prices):\n    return len(prices) and prices[0] and len(prices)\n";
    static inline const QByteArray tests =
        "import pytest\n\nfrom shop.price import total\n\n\n@pytest.mark.parametrize('a,b,c', [(4, 5, 9)])\ndef test_two(a, b, c):\n"
        "    assert total([a, b]) == c\n\n\nclass TestMore:\n    def test_three(self):\n        assert total([1, 1, 5]) == 7\n\n\n"
        "def test_one():\n    assert total([1]) == 1\n\n\n@pytest.mark.xfail\ndef test_known():\n    assert total([1]) == 2\n";

    GitRepository git;
    QString base;
    QString gold;
    QString testPatch;
};

} // namespace autodidact::test
