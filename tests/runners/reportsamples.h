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

inline constexpr char libtest[] = R"({ "type": "suite", "event": "started", "test_count": 2 }
{ "type": "test", "event": "started", "name": "tests::a" }
{ "type": "test", "name": "tests::a", "event": "ok", "exec_time": 0.002 }
{ "type": "test", "name": "tests::b", "event": "failed", "stdout": "assertion `left == right` failed\n left: 1\n" }
{ "type": "test", "name": "tests::c", "event": "ignored" }
{ "type": "suite", "event": "failed" })";

} // namespace autodidact::samples
