#pragma once

#include "core/student/faults/fault.h"
#include "core/domain/language.h"

#include <vector>

namespace autodidact::fixtures {

/// A body, the mistake, and a line that one of its sites leaves.
struct LanguageSample {
    Language language;
    FaultFamily family;
    const char *body;
    const char *wanted;
};

inline const std::vector<LanguageSample> &languageSamples()
{
    using F = FaultFamily;
    constexpr Language js = Language::JavaScript;
    constexpr Language java = Language::Java;
    constexpr Language rust = Language::Rust;
    static const std::vector<LanguageSample> samples{
        {js, F::OffByOneRange, "for (let i = 0; i < n; i++)\n    y += i;", "for (let i = 0; i < n - 1; i++)"},
        {java, F::OffByOneRange, "for (int i = n; i >= 0; i--)\n    y += i;", "for (int i = n; i >= 1; i--)"},
        {rust, F::OffByOneRange, "for i in 0..=n {\n    y += i;\n}", "for i in 0..n {"},
        {rust, F::OffByOneRange, "for i in 1..n + 1 {\n    y += i;\n}", "for i in 1..n {"},
        {js, F::Boundary, "if (n > 60)\n    return 1;", "if (n >= 60)"},
        {java, F::Boundary, "return x.substring(0, n);", "return x.substring(0, n - 1);"},
        {rust, F::Boundary, "return &x[..n];", "return &x[..n - 1];"},
        {js, F::Comparison, "if (x === n)\n    return 1;", "if (x !== n)"},
        {java, F::Comparison, "return x.equals(n);", "return x == n;"},
        {rust, F::Comparison, "return a < n && b;", "return a < n || b;"},
        {js, F::NoneHandling, "if (x === null || n)\n    return 0;", "if (n)"},
        {js, F::NoneHandling, "if (x !== null) {\n    y = 1;\n}\nreturn y;", "y = 1;"},
        {java, F::NoneHandling, "if (x == null)\n    n = 0;\nelse\n    n = 1;\nreturn n;", "n = 1;"},
        {rust, F::NoneHandling, "return x.unwrap_or(0);", "return x.unwrap();"},
        {rust, F::NoneHandling, "let y = x.map_or(0, |v| v + 1);", "let y = x.map(|v| v + 1).unwrap();"},
        {js, F::EmptyInput, "return x.filter(v => v !== \"\");", "return x;"},
        {java, F::EmptyInput, "return x.isEmpty() ? 0 : n;", "return n;"},
        {rust, F::EmptyInput, "if n == 1 {\n    y = 1;\n} else if x.is_empty() {\n    y = 2;\n}", "} else {}"},
        {js, F::Operator, "y += n * 2;", "y -= n * 2;"},
        {java, F::Operator, "return n - 2;", "return n + 2;"},
        {rust, F::Operator, "return n.saturating_sub(2);", "return n.saturating_add(2);"},
        {js, F::IntegerDivision, "return Math.floor(x / n);", "return (x / n);"},
        {java, F::IntegerDivision, "return (n + 14) / 15;", "return (n) / 15;"},
        {rust, F::IntegerDivision, "return a * b / n;", "return (a / n) * b;"},
        {js, F::CaseSensitivity, "return x.trim().toLowerCase();", "return x.trim();"},
        {java, F::CaseSensitivity, "return x.equalsIgnoreCase(n);", "return x.equals(n);"},
        {rust, F::CaseSensitivity, "return x.to_lowercase();", "return x.to_string();"},
        {js, F::MutatedArgument, "return [...x].sort();", "return x.sort();"},
        {java, F::MutatedArgument, "List<String> y = new ArrayList<>(x);", "List<String> y = x;"},
        {js, F::WrongReturn, "const y = 1;\nreturn y;", "y;"},
        {java, F::WrongReturn, "return n > 0 ? 1 : 2;", "return n > 0 ? 2 : 1;"},
        {rust, F::WrongReturn, "let y = n;\nlet z = 2;\nz", "y"},
        {js, F::EarlyReturn, "for (const v of x) {\n    y += v;\n}\nreturn y;", "return y;"},
        {java, F::EarlyReturn, "for (int v : x)\n    y += v;\nreturn y;", "{ y += v; return y; }"},
        {rust, F::EarlyReturn, "for v in x {\n    y += v;\n}\ny", "return y;"},
        {js, F::InfiniteLoop, "while (n > 0)\n    n -= 1;", ";"},
        {java, F::InfiniteLoop, "for (int i = 0; i < n; i++)\n    y += i;", "for (int i = 0; i < n; )"},
        {rust, F::InfiniteLoop, "while n > 0 {\n    y += 1;\n    n -= 1;\n}", "y += 1;"},
        {js, F::SyntaxSlip, "if (n > 0)\n    return 1;", "if (n > 0"},
        {java, F::SyntaxSlip, "y.add(n);", "y.add(n;"},
        {rust, F::SyntaxSlip, "if n > 0 {\n    y += 1;\n}", "if n > 0"},
        {js, F::SortOrder, "return x.sort((a, b) => a - b);", "return x.sort((b, a) => a - b);"},
        {java, F::SortOrder, "Collections.sort(x);", "Collections.sort(x, java.util.Collections.reverseOrder());"},
        {rust, F::SortOrder, "x.sort();", "x.sort_by(|a, b| b.cmp(a));"},
        {js, F::ShallowCopy, "return x.map(row => row.slice());", "return x.map(row => row);"},
        {java, F::ShallowCopy, "for (List<Integer> row : x)\n    y.add(new ArrayList<>(row));", "y.add(row);"},
        {js, F::AccumulatorInit, "return x.reduce((sum, v) => sum + v, 0);", "return x.reduce((sum, v) => sum + v, 1);"},
        {java, F::AccumulatorInit, "long y = 0;\nfor (int v : x)\n    y += v;", "long y = 1;"},
        {rust, F::AccumulatorInit, "let mut y = 0u64;\nfor v in x {\n    y += v;\n}", "let mut y = 1u64;"},
        {js, F::IndexBase, "return x[n - 1];", "return x[n];"},
        {java, F::IndexBase, "return x.get(0);", "return x.get(1);"},
        {rust, F::IndexBase, "y.push(n + 1);", "y.push(n);"},
        {js, F::StringFormat, "return x.padStart(2, \"0\");", "return x;"},
        {java, F::StringFormat, "return String.join(\", \", x);", "return String.join(\"\", x);"},
        {rust, F::StringFormat, "return format!(\"{n:02}\");", "return format!(\"{n}\");"},
        {js, F::DuplicateHandling, "return [...new Set(x)];", "return [...x];"},
        {java, F::DuplicateHandling, "if (seen.add(x))\n    y.add(x);", "y.add(x);"},
        {rust, F::DuplicateHandling, "if !seen.contains(x) {\n    y.push(x);\n}", "y.push(x);"},
    };
    return samples;
}

inline QByteArray asFunction(Language language, QByteArray body)
{
    body = "    " + body.replace("\n", "\n    ") + '\n';
    switch (language) {
    case Language::Rust: return "fn f(x: X, n: u32) {\n" + body + "}\n";
    case Language::Java: return "class Solution {\n    static int f(X x, int n) {\n" + body + "    }\n}\n";
    default: return "function f(x, n) {\n" + body + "}\n";
    }
}

} // namespace autodidact::fixtures
