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

/// A project in another language: add() subtracts.
struct OtherProject {
    const char *name = "";
    Language language = Language::JavaScript;
    QString program;             ///< what must be installed
    QList<std::pair<QString, QByteArray>> files;
    QString source;
    QString wrong;               ///< the line to mend
    QString command;
    QString adds;
    QString nothing;
};

inline const QList<OtherProject> otherProjects{
    {"jest", Language::JavaScript, QStringLiteral("/usr/bin/jest"),
        {{QStringLiteral("index.js"), "exports.add = (a, b) => a - b;\n"}, {QStringLiteral("package.json"), "{\"name\": \"add\"}\n"},
            {QStringLiteral("add.test.js"), "const { add } = require('./index');\ntest('adds', () => { expect(add(1, 2)).toBe(3); });\n"
                                            "test('nothing', () => { expect(add(0, 0)).toBe(0); });\n"}},
        QStringLiteral("index.js"), QStringLiteral("exports.add = (a, b) => a - b;"), QStringLiteral("npx --no-install jest"), QStringLiteral("adds"),
        QStringLiteral("nothing")},
    {"cargo", Language::Rust, QStringLiteral("/usr/bin/cargo"),
        {{QStringLiteral("Cargo.toml"), "[package]\nname = \"add\"\nversion = \"0.1.0\"\nedition = \"2021\"\n"},
            {QStringLiteral("src/lib.rs"), "pub fn add(a: i64, b: i64) -> i64 {\n    a - b\n}\n"},
            {QStringLiteral("tests/adding.rs"), "use add::add;\n\n#[test]\nfn adds() {\n    assert_eq!(add(1, 2), 3);\n}\n\n#[test]\nfn nothing() {\n"
                                                "    assert_eq!(add(0, 0), 0);\n}\n"}},
        QStringLiteral("src/lib.rs"), QStringLiteral("    a - b"), QStringLiteral("cargo test --test adding"), QStringLiteral("adds"), QStringLiteral("nothing")},
    {"maven", Language::Java, QStringLiteral("/usr/bin/mvn"),
        {{QStringLiteral("pom.xml"), "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n<modelVersion>4.0.0</modelVersion>\n<groupId>me</groupId>"
                                     "<artifactId>add</artifactId><version>1</version>\n<properties><maven.compiler.release>17</maven.compiler.release>"
                                     "<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>\n<dependencies><dependency>"
                                     "<groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter-engine</artifactId><version>5.10.2</version>"
                                     "<scope>test</scope></dependency></dependencies>\n</project>\n"},
            {QStringLiteral("src/main/java/me/Add.java"), "package me;\n\npublic class Add {\n    public static int add(int a, int b) {\n        return a - b;\n    }\n}\n"},
            {QStringLiteral("src/test/java/me/AddTest.java"), "package me;\n\nimport static org.junit.jupiter.api.Assertions.assertEquals;\n\nimport org.junit.jupiter.api.Test;\n\n"
                                                              "class AddTest {\n    @Test\n    void adds() {\n        assertEquals(3, Add.add(1, 2));\n    }\n\n    @Test\n"
                                                              "    void nothing() {\n        assertEquals(0, Add.add(0, 0));\n    }\n}\n"}},
        QStringLiteral("src/main/java/me/Add.java"), QStringLiteral("        return a - b;"), QStringLiteral("mvn -q test"), QStringLiteral("me.AddTest.adds"),
        QStringLiteral("me.AddTest.nothing")},
};

} // namespace autodidact::test
