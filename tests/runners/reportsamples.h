#pragma once

// Reports as the frameworks write them. In a file of their own: moc loses its way in raw texts.

namespace autodidact::samples {

inline constexpr char tap[] = R"(TAP version 13
# Subtest: adds
not ok 1 - adds
  ---
  duration_ms: 2.5
  failureType: 'testCodeFailure'
  error: |-
    They differ:
    
    4 !== 3
  code: 'ERR_ASSERTION'
  name: 'AssertionError'
  expected: 3
  actual: 4
  ...
# Subtest: group
    # Subtest: inner ok
    ok 1 - inner ok
      ---
      duration_ms: 0.2
      ...
    # Subtest: inner bad
    not ok 2 - inner bad
      ---
      error: 'it''s broken'
      code: 'ERR_TEST_FAILURE'
      name: 'TypeError'
      stack: |-
        boom (/work/solution.js:1:61)
      ...
    1..2
not ok 2 - group
  ---
  failureType: 'subtestsFailed'
  ...
# Subtest: later
ok 3 - later # SKIP not yet
ok 4 - plain # time=12.5ms
1..4
# tests 5
)";

inline constexpr char junit[] = R"(<?xml version="1.0"?><testsuite name="T" tests="4">
            <properties><property name="a" value="b"/></properties>
            <testcase name="ok" classname="demo.T" time="0.25"/>
            <testcase name="wrong" classname="demo.T"><failure message="expected: &lt;3&gt; but was: &lt;4&gt;" type="org.opentest4j.AssertionFailedError">trace</failure></testcase>
            <testcase name="broken" classname="demo.T"><error type="java.lang.IllegalStateException">trace</error><system-out>x</system-out></testcase>
            <testcase name="later" classname="demo.T"><skipped/></testcase></testsuite>)";

inline constexpr char jest[] = R"({"success":false,"testResults":[
            {"name":"/work/a.test.js","status":"failed","message":"","assertionResults":[
              {"fullName":"g adds","status":"failed","duration":3,"failureMessages":["Error: \u001b[2mexpect(\u001b[22mx) no"],
               "failureDetails":[{"matcherResult":{"expected":3,"actual":[4],"message":"m","pass":false}}]},
              {"fullName":"g throws","status":"failed","failureMessages":["TypeError: no\n at boom"],"failureDetails":[{}]},
              {"fullName":"g fine","status":"passed"},{"fullName":"g later","status":"pending"}]},
            {"name":"/work/b.test.js","status":"failed","message":"Cannot find module","assertionResults":[]}]})";

inline constexpr char pytest[] = R"(<?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="pytest" errors="2" failures="3" tests="9">
<testcase classname="tests.test_x.TestA.TestInner" name="test_b[x[1]]" file="tests/test_x.py" line="5" time="0.001" />
<testcase classname="tests.test_x" name="test_plain" file="tests/test_x.py" line="7" time="0.5"><failure message="assert 1 == 2">def test_plain(): ...
E   assert 1 == 2</failure></testcase>
<testcase classname="tests.test_x" name="test_key" file="tests/test_x.py"><failure message="KeyError: 'k'">E   KeyError: 'k'</failure></testcase>
<testcase classname="tests.test_x" name="test_fix" file="tests/test_x.py"><error message="failed on setup with &quot;ValueError: no fixture&quot;">def broken(): ...
E   ValueError: no fixture</error></testcase>
<testcase classname="tests.test_x" name="test_raises" file="tests/test_x.py"><failure message="Failed: DID NOT RAISE &lt;class 'KeyError'&gt;">E   Failed</failure></testcase>
<testcase classname="tests.test_x" name="test_skip" file="tests/test_x.py"><skipped type="pytest.skip" message="later">x</skipped></testcase>
<testcase classname="tests.test_x" name="test_x" file="tests/test_x.py"><skipped type="pytest.xfail" message="" /></testcase>
<testcase classname="" name="tests.test_y" file="tests/test_y.py"><error message="collection failure">ImportError while importing test module.
E   ModuleNotFoundError: No module named 'nosuch'</error></testcase>
</testsuite></testsuites>)";

inline constexpr char unittest[] = R"({"id": "tests.test_x.Halves.test_even", "status": "failed", "description": "", "type": "AssertionError", "message": "4 != 2", "trace": "..."}
{"id": "tests.test_x.Halves.test_zero", "status": "passed", "description": "Nothing stays nothing."}
{"id": "unittest.loader._FailedTest.tests.test_y", "status": "errored", "description": "", "type": "ImportError", "message": "Failed to import test module: test_y\nTraceback (most recent call last):\n  x\nModuleNotFoundError: No module named 'nosuch'\n", "trace": ""}
{"id": "tests.test_x.Halves.test_later", "status": "skipped", "description": ""}
{"id": "tests.test_x.Halves.test_odd", "status": "failed", "description": ""}
)";

inline constexpr char libtest[] = R"({ "type": "suite", "event": "started", "test_count": 2 }
{ "type": "test", "event": "started", "name": "tests::a" }
{ "type": "test", "name": "tests::a", "event": "ok", "exec_time": 0.002 }
{ "type": "test", "name": "tests::b", "event": "failed", "stdout": "assertion `left == right` failed\n left: 1\n" }
{ "type": "test", "name": "tests::c", "event": "ignored" }
{ "type": "suite", "event": "failed" })";

} // namespace autodidact::samples
