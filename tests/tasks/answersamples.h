#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace autodidact::test {

/// An answer, the file it is about, and that file's content or the reason of the refusal.
struct AnswerSample {
    const char *name;
    QString answer;
    QString path;
    QByteArray outcome;
};

inline const QList<std::pair<QString, QByteArray>> answerBase{
    {QStringLiteral("src/a.py"), "import os\n\n\ndef add(a, b):\n    return a - b\n\n\ndef twice(a):\n    return add(a, a)\n"},
    {QStringLiteral("src/b.py"), "x = 1\ny = 2\nx = 1\n"},
    {QStringLiteral("dos.txt"), "one\r\ntwo\r\nthree\r\n"},
    {QStringLiteral("bare.txt"), "one\ntwo"},
    {QStringLiteral("empty.py"), ""},
};

inline const QByteArray mendedA = "import os\n\n\ndef add(a, b):\n    return a + b\n\n\ndef twice(a):\n    return add(a, a)\n";

inline const QString blockForA = QStringLiteral("<<<<<<< SEARCH\n    return a - b\n=======\n    return a + b\n>>>>>>> REPLACE\n");

inline const QString hunkForA = QStringLiteral("@@ -4,2 +4,2 @@ import os\n def add(a, b):\n-    return a - b\n+    return a + b\n");

inline const QList<AnswerSample> goodAnswers{
    {"block", QStringLiteral("The sign is wrong.\n\nsrc/a.py\n") + blockForA + QStringLiteral("\nThat mends it."), QStringLiteral("src/a.py"), mendedA},
    {"block in a fence", QStringLiteral("`src/a.py`\n```python\n") + blockForA + QStringLiteral("```\n"), QStringLiteral("src/a.py"), mendedA},
    {"block, path in the fence", QStringLiteral("```python\nsrc/a.py\n") + blockForA + QStringLiteral("```\n"), QStringLiteral("src/a.py"), mendedA},
    {"block, path in the info", QStringLiteral("```python src/a.py\n") + blockForA + QStringLiteral("```\n"), QStringLiteral("src/a.py"), mendedA},
    {"block, headline", QStringLiteral("### File: **src/a.py**\n\n") + blockForA, QStringLiteral("src/a.py"), mendedA},
    {"two blocks, one path", QStringLiteral("src/a.py\n") + blockForA + QStringLiteral("<<<<<<< SEARCH\nimport os\n=======\nimport sys\n>>>>>>> REPLACE\n"),
        QStringLiteral("src/a.py"), QByteArray(mendedA).replace("import os", "import sys")},
    {"block, blanks at line ends", QStringLiteral("src/a.py\n<<<<<<< SEARCH\n    return a - b   \n=======\n    return a + b\n>>>>>>> REPLACE\n"),
        QStringLiteral("src/a.py"), mendedA},
    {"block, CRLF answer", (QStringLiteral("src/a.py\n") + blockForA).replace(u'\n', QStringLiteral("\r\n")), QStringLiteral("src/a.py"), mendedA},
    {"block, CRLF file", QStringLiteral("dos.txt\n<<<<<<< SEARCH\ntwo\n=======\n2\nzwei\n>>>>>>> REPLACE\n"), QStringLiteral("dos.txt"),
        "one\r\n2\r\nzwei\r\nthree\r\n"},
    {"block takes lines away", QStringLiteral("src/a.py\n<<<<<<< SEARCH\nimport os\n\n\n=======\n>>>>>>> REPLACE\n"), QStringLiteral("src/a.py"),
        "def add(a, b):\n    return a - b\n\n\ndef twice(a):\n    return add(a, a)\n"},
    {"new file by a block", QStringLiteral("src/new/c.py\n<<<<<<< SEARCH\n=======\nx = 3\n>>>>>>> REPLACE\n"), QStringLiteral("src/new/c.py"), "x = 3\n"},
    {"empty file by a block", QStringLiteral("empty.py\n<<<<<<< SEARCH\n=======\nx = 3\n>>>>>>> REPLACE\n"), QStringLiteral("empty.py"), "x = 3\n"},
    {"whole file, path above", QStringLiteral("Here:\n\n**src/b.py**\n\n```python\nx = 2\n```\n"), QStringLiteral("src/b.py"), "x = 2\n"},
    {"whole file, info string", QStringLiteral("```python src/b.py\nx = 2\n```\n"), QStringLiteral("src/b.py"), "x = 2\n"},
    {"whole file, title", QStringLiteral("```python title=\"src/b.py\"\nx = 2\n```\n"), QStringLiteral("src/b.py"), "x = 2\n"},
    {"whole new file with fences", QStringLiteral("docs/x.md\n````markdown\n```\ncode\n```\n````\n"), QStringLiteral("docs/x.md"), "```\ncode\n```\n"},
    {"git's diff", QStringLiteral("diff --git a/src/a.py b/src/a.py\nindex 1..2 100644\n--- a/src/a.py\n+++ b/src/a.py\n") + hunkForA, QStringLiteral("src/a.py"), mendedA},
    {"diff in a fence", QStringLiteral("So:\n```diff\n--- a/src/a.py\n+++ b/src/a.py\n") + hunkForA + QStringLiteral("```\nDone."), QStringLiteral("src/a.py"), mendedA},
    {"bare diff in prose", QStringLiteral("So:\n\n--- a/src/a.py\n+++ b/src/a.py\n") + hunkForA + QStringLiteral("\nDone.\n"), QStringLiteral("src/a.py"), mendedA},
    {"diff without prefixes", QStringLiteral("```\n--- src/a.py\n+++ src/a.py\n") + hunkForA + QStringLiteral("```\n"), QStringLiteral("src/a.py"), mendedA},
    {"wrong counts", QStringLiteral("```diff\n--- a/src/a.py\n+++ b/src/a.py\n@@ -4,9 +4,7 @@\n def add(a, b):\n-    return a - b\n+    return a + b\n```\n"), QStringLiteral("src/a.py"), mendedA},
    {"wrong line numbers", QStringLiteral("```diff\n--- a/src/a.py\n+++ b/src/a.py\n@@ -104,2 +104,2 @@\n def add(a, b):\n-    return a - b\n+    return a + b\n```\n"), QStringLiteral("src/a.py"), mendedA},
    {"no line numbers", QStringLiteral("```diff\n--- a/src/a.py\n+++ b/src/a.py\n@@ ... @@\n def add(a, b):\n-    return a - b\n+    return a + b\n```\n"), QStringLiteral("src/a.py"), mendedA},
    {"blank context without its blank", QStringLiteral("```diff\n--- a/src/a.py\n+++ b/src/a.py\n@@ -4,5 +4,5 @@\n def add(a, b):\n-    return a - b\n+    return a + b\n\n\n def twice(a):\n```\n"), QStringLiteral("src/a.py"), mendedA},
    {"stated line decides", QStringLiteral("```diff\n--- a/src/b.py\n+++ b/src/b.py\n@@ -3 +3 @@\n-x = 1\n+x = 3\n```\n"), QStringLiteral("src/b.py"), "x = 1\ny = 2\nx = 3\n"},
    {"new file by a diff", QStringLiteral("```diff\n--- /dev/null\n+++ b/src/c.py\n@@ -0,0 +1,2 @@\n+x = 3\n+y = 4\n```\n"), QStringLiteral("src/c.py"), "x = 3\ny = 4\n"},
    {"deleted by a diff", QStringLiteral("```diff\n--- a/src/b.py\n+++ /dev/null\n@@ -1,3 +0,0 @@\n-x = 1\n-y = 2\n-x = 1\n```\n"), QStringLiteral("src/b.py"), "(gone)"},
    {"renamed by git", QStringLiteral("diff --git a/src/b.py b/src/z.py\nsimilarity index 100%\nrename from src/b.py\nrename to src/z.py\n"), QStringLiteral("src/z.py"), "x = 1\ny = 2\nx = 1\n"},
    {"no line end at the end", QStringLiteral("diff --git a/bare.txt b/bare.txt\n--- a/bare.txt\n+++ b/bare.txt\n@@ -1,2 +1,2 @@\n-one\n+1\n two\n\\ No newline at end of file\n"), QStringLiteral("bare.txt"), "1\ntwo"},
    {"diff, then a file", QStringLiteral("```diff\n--- a/src/a.py\n+++ b/src/a.py\n") + hunkForA + QStringLiteral("```\n\nsrc/b.py\n```\nz = 1\n```\n"), QStringLiteral("src/b.py"), "z = 1\n"},
    {"two files in one diff", QStringLiteral("```diff\n--- a/src/a.py\n+++ b/src/a.py\n") + hunkForA + QStringLiteral("--- a/src/b.py\n+++ b/src/b.py\n@@ -2 +2 @@\n-y = 2\n+y = 3\n```\n"), QStringLiteral("src/b.py"), "x = 1\ny = 3\nx = 1\n"},
    {"git's diff, then a file", QStringLiteral("diff --git a/src/a.py b/src/a.py\n--- a/src/a.py\n+++ b/src/a.py\n") + hunkForA + QStringLiteral("\nsrc/b.py\n```\nz = 1\n```\n"), QStringLiteral("src/b.py"), "z = 1\n"},
    {"a path in another script", QStringLiteral("```diff\n--- /dev/null\n+++ b/src/\u8bed.py\n@@ -0,0 +1 @@\n+x = 3\n```\n"), QStringLiteral("src/\u8bed.py"), "x = 3\n"},
    {"a path with blanks", QStringLiteral("```diff\n--- /dev/null\n+++ b/docs/a b.txt\n@@ -0,0 +1 @@\n+x = 3\n```\n"), QStringLiteral("docs/a b.txt"), "x = 3\n"},
    {"diff that adds marks", QStringLiteral("diff --git a/src/b.py b/src/b.py\n--- a/src/b.py\n+++ b/src/b.py\n@@ -2,1 +2,5 @@\n-y = 2\n+\"\"\"\n+<<<<<<< SEARCH\n+=======\n+>>>>>>> REPLACE\n+\"\"\"\n"), QStringLiteral("src/b.py"), "x = 1\n\"\"\"\n<<<<<<< SEARCH\n=======\n>>>>>>> REPLACE\n\"\"\"\nx = 1\n"},
};

inline const QList<AnswerSample> badAnswers{
    {"empty", QString(), QString(), "holds no change"},
    {"prose", QStringLiteral("I would add the numbers."), QString(), "holds no change"},
    {"nothing new", QStringLiteral("src/b.py\n```\nx = 1\ny = 2\nx = 1\n```\n"), QString(), "leave every file"},
    {"search missing", QStringLiteral("src/a.py\n<<<<<<< SEARCH\n    return a * b\n=======\nx\n>>>>>>> REPLACE\n"), QStringLiteral("src/a.py"), "has no line \"return a * b\""},
    {"search twice", QStringLiteral("src/b.py\n<<<<<<< SEARCH\nx = 1\n=======\nx = 2\n>>>>>>> REPLACE\n"), QStringLiteral("src/b.py"), "2 times, first at lines 1 and 3"},
    {"search apart", QStringLiteral("src/b.py\n<<<<<<< SEARCH\ny = 2\ny = 2\n=======\nx = 2\n>>>>>>> REPLACE\n"), QStringLiteral("src/b.py"), "not one after the other"},
    {"search of nothing", QStringLiteral("src/b.py\n<<<<<<< SEARCH\n=======\nx = 2\n>>>>>>> REPLACE\n"), QStringLiteral("src/b.py"), "is empty"},
    {"block without path", QStringLiteral("Do this:\n\n\n\n") + blockForA, QString(), "no path"},
    {"block without end", QStringLiteral("src/a.py\n<<<<<<< SEARCH\n    return a - b\n=======\n    return a + b\n"), QStringLiteral("src/a.py"), "REPLACE is missing"},
    {"unknown file", QStringLiteral("src/none.py\n") + blockForA, QStringLiteral("src/none.py"), "no such file"},
    {"hunk that does not fit", QStringLiteral("```diff\n--- a/src/a.py\n+++ b/src/a.py\n@@ -4,2 +4,2 @@\n def add(a, b):\n-    return a * b\n+    return a + b\n```\n"), QStringLiteral("src/a.py"), "hunk 1: the file has no line"},
    {"second hunk that does not fit", QStringLiteral("diff --git a/src/a.py b/src/a.py\n--- a/src/a.py\n+++ b/src/a.py\n") + hunkForA + QStringLiteral("@@ -8,1 +8,1 @@\n-def thrice(a):\n+def twice(a):\n"), QStringLiteral("src/a.py"), "hunk 2"},
    {"ambiguous hunk", QStringLiteral("```diff\n--- a/src/b.py\n+++ b/src/b.py\n@@ -77 +77 @@\n-x = 1\n+x = 3\n```\n"), QStringLiteral("src/b.py"), "2 times"},
    {"hunks that overlap", QStringLiteral("```diff\n--- a/src/a.py\n+++ b/src/a.py\n") + hunkForA + QStringLiteral("@@ -5 +5 @@\n-    return a - b\n+    return b\n```\n"), QStringLiteral("src/a.py"), "changes, too"},
    {"diff of an unknown file", QStringLiteral("```diff\n--- a/none.py\n+++ b/none.py\n@@ -1 +1 @@\n-a\n+b\n```\n"), QStringLiteral("none.py"), "no such file"},
    {"diff makes what is there", QStringLiteral("```diff\n--- /dev/null\n+++ b/src/b.py\n@@ -0,0 +1 @@\n+x = 3\n```\n"), QStringLiteral("src/b.py"), "there already"},
    {"diff without hunks", QStringLiteral("```diff\n--- a/src/b.py\n+++ b/src/b.py\n```\n"), QStringLiteral("src/b.py"), "no hunk"},
    {"two names", QStringLiteral("```diff\n--- a/src/b.py\n+++ b/src/c.py\n@@ -2 +2 @@\n-y = 2\n+y = 3\n```\n"), QStringLiteral("src/c.py"), "two files"},
    {"escape upwards", QStringLiteral("```python ../x.py\nx = 1\n```\n"), QStringLiteral("../x.py"), "leaves the repository"},
    {"escape by diff", QStringLiteral("```diff\n--- /dev/null\n+++ b/../x.py\n@@ -0,0 +1 @@\n+x = 3\n```\n"), QStringLiteral("../x.py"), "leaves the repository"},
    {"absolute", QStringLiteral("```diff\n--- /dev/null\n+++ /etc/cron.d/x\n@@ -0,0 +1 @@\n+x = 3\n```\n"), QStringLiteral("/etc/cron.d/x"), "relative"},
    {"git's own", QStringLiteral("```python .git/hooks/post-checkout\nx\n```\n"), QStringLiteral(".git/hooks/post-checkout"), "git's own"},
    {"through a link", QStringLiteral("```python link.txt/x.py\nx\n```\n"), QStringLiteral("link.txt/x.py"), "no folder"},
    {"a link itself", QStringLiteral("link.txt\n<<<<<<< SEARCH\n/etc/passwd\n=======\n/etc/shadow\n>>>>>>> REPLACE\n"), QStringLiteral("link.txt"), "links may not"},
    {"a new link", QStringLiteral("diff --git a/l b/l\nnew file mode 120000\n--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+/etc/passwd\n\\ No newline at end of file\n"), QStringLiteral("l"), "link"},
    {"one good, one bad", QStringLiteral("src/a.py\n") + blockForA + QStringLiteral("\nsrc/none.py\n") + blockForA, QStringLiteral("src/none.py"), "no such file"},
};

} // namespace autodidact::test
