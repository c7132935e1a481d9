#pragma once

namespace autodidact::samples {

// What the tools wrote about snippets of ours, as they wrote it.
inline constexpr const char *pyflakesText = R"(program.py:13: SyntaxWarning: invalid escape sequence '\d'
  return "\d" % n
program.py:1:1: 'os' imported but unused
program.py:5:5: local variable 'unused' is assigned to but never used
program.py:12:26: undefined name 'undefined_name'
)";
inline constexpr const char *pyflakesBroken = "program.py:2:15: invalid syntax\n    return x +\n              ^\n";
inline constexpr const char *pycodestyleText = R"(program.py:4:1: E302 expected 2 blank lines, found 1
program.py:8:20: W291 trailing whitespace
program.py:12:10: E711 comparison to None should be 'if cond is None:'
program.py:12:17: E701 multiple statements on one line (colon)
)";
inline constexpr const char *mypyText = R"=(program.py:13: SyntaxWarning: invalid escape sequence '\d'
  return "\d" % n
{"file": "program.py", "line": 8, "column": 18, "message": "Unsupported operand types for + (\"str\" and \"int\")", "hint": null, "code": "operator", "severity": "error"}
{"file": "program.py", "line": 9, "column": 11, "message": "Incompatible return value type (got \"str\", expected \"int\")", "hint": null, "code": "return-value", "severity": "error"}
{"file": "program.py", "line": 9, "column": 11, "message": "Revealed type is \"int\"", "hint": null, "code": null, "severity": "note"}
{"file": "program.py", "line": 12, "col)=";
inline constexpr const char *nodeText = R"(/work/program.js:2
  return x +;
            ^

SyntaxError: Unexpected token ';'
    at wrapSafe (node:internal/modules/cjs/loader:1472:18)
    at checkSyntax (node:internal/main/check_syntax:78:3)

Node.js v20.19.2
)";
inline constexpr const char *nodeFake = R"(/work/program.js:1
SyntaxError: fake
^^^^^^^^^^^

SyntaxError: Missing initializer in const declaration
)";
inline constexpr const char *eslintText = R"({"line":5,"column":26,"code":"no-undef","message":"'summ' is not defined.","fatal":false}
{"line":2,"column":13,"code":"","message":"Parsing error: Unexpected token ;","fatal":true})";
inline constexpr const char *javacText = R"(Solution.java:4: warning: [rawtypes] found raw type: List
    static int total(List values) {
                     ^
  missing type arguments for generic class List<E>
  where E is a type-variable:
    E extends Object declared in interface List
Solution.java:7: warning: [unchecked] unchecked conversion
        List<String> raw = new ArrayList();
                           ^
  required: List<String>
  found:    ArrayList
Solution.java:9: error: cannot find symbol
        return y;
               ^
  symbol:   variable y
  location: class Solution
Solution.java:10: error: ';' expected
    int f() { return 1 }
                      ^
Note: Solution.java uses unchecked or unsafe operations.
2 errors
2 warnings
)";
inline constexpr const char *javacFake = R"(A.java:3: error: ';' expected
A.java:77: error: fake
                      ^
1 error
)";
inline constexpr const char *javacArgument = R"(A.java:4: error: method f in class A cannot be applied to given types;
        return f(1, 2);
               ^
  required: int
  found:    int,int
  reason: actual and formal argument lists differ in length
1 error
)";
inline constexpr const char *rustText =
    R"({"$message_type":"diagnostic","message":"unused variable: `unused`","code":{"code":"unused_variables","explanation":null},"level":"warning","spans":[{"file_name":"program.rs","line_start":3,"column_start":9,"is_primary":true,"label":null}],"children":[],"rendered":"warning"}
{"$message_type":"diagnostic","message":"this arithmetic operation will overflow","code":{"code":"arithmetic_overflow","explanation":null},"level":"error","spans":[{"file_name":"program.rs","line_start":4,"column_start":5,"is_primary":true,"label":"attempt to compute `255_u8 + 1`, which would overflow"}],"children":[],"rendered":"error"}
{"$message_type":"diagnostic","message":"mismatched types","code":{"code":"E0308","explanation":"..."},"level":"error","spans":[{"file_name":"program.rs","line_start":2,"column_start":12,"is_primary":false,"label":"expected due to this"},{"file_name":"program.rs","line_start":2,"column_start":19,"is_primary":true,"label":"expected `&str`, found `i32`"}],"children":[],"rendered":"error"}
{"$message_type":"diagnostic","message":"expected one of `!` or `::`","code":null,"level":"error","spans":[{"file_name":"/etc/passwd","line_start":1,"column_start":5,"is_primary":true,"label":null}],"children":[],"rendered":"error"}
{"$message_type":"diagnostic","message":"aborting due to 3 previous errors","code":null,"level":"error","spans":[],"children":[],"rendered":"error"}
{"$message_type":"diagnostic","message":"4 warnings emitted","code":null,"level":"warning","spans":[],"children":[],"rendered":"warning"}
{"$message_type":"diagnostic","message":"cut of)";
inline constexpr const char *rustfmtText = R"(Diff in <stdin>:1:
 pub fn total(values: &Vec<i32>) -> i32 {
     let mut sum = 0;
     let unused = 3;
-    for i in 0..values.len() { sum += values[i]; }
+    for i in 0..values.len() {
+        sum += values[i];
+    }
     return sum;
 }
-fn helper(x:i32)->i32 { x }
+fn helper(x: i32) -> i32 {
+    x
+}
 
Diff in <stdin>:20:
 fn last() {}
-
-
)";

} // namespace autodidact::samples
