// Runs a program that reads standard input and writes standard output, and says by its exit code how it failed:
// 88 a module that is not there, 89 no program at all. node programrun.js PROGRAM

'use strict';

const fs = require('fs');
const vm = require('vm');
const Module = require('module');

const IMPORT = 88;
const SYNTAX = 89;
const path = fs.realpathSync(process.argv[2]);

function check(source) {
  try {
    new vm.Script(Module.wrap(source), { filename: 'program.js' });
  } catch (error) {
    const place = /program\.js:(\d+)/.exec(error.stack);
    fs.writeSync(2, `\nsyntax ${place ? place[1] : 0} 0 ${error.message}\n`);
    process.exit(SYNTAX);
  }
}

check(fs.readFileSync(path, 'utf8'));
process.argv = [process.argv[0], path];
process.on('uncaughtException', (error) => {
  fs.writeSync(2, `${error && error.stack}\n`);
  process.exit(error && error.code === 'MODULE_NOT_FOUND' ? IMPORT : 1);
});
require(path);
