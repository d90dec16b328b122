// Loaded before the command line: kills its process right before the change of the disk that KILL_AT says, counted
// from 1.
const promises = require('node:fs/promises');

const last = Number(process.env.KILL_AT);
let changes = 0;

for (const name of ['link', 'mkdir', 'open', 'rm']) {
  const original = promises[name];
  promises[name] = (...args) => {
    changes++;
    if (changes === last) process.kill(process.pid, 'SIGKILL');
    return original(...args);
  };
}
