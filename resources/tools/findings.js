// A formatter for ESLint: an object a line, without the program that its own "json" repeats.
'use strict';

const MOST = 500; // a program of one megabyte can have a hundred thousand

module.exports = (results) => results
  .flatMap((result) => result.messages)
  .slice(0, MOST)
  .map(({ line, column, ruleId, message, fatal }) => JSON.stringify({ line, column, code: ruleId || '', message, fatal: Boolean(fatal) }))
  .join('\n');
