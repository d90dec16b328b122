import assert from 'node:assert/strict';
import { factsOfStat, processesOfPs } from '../../../../src/node/run/processTable';

describe('the table of processes', () => {
  it('is read from /proc, whatever a program is called', () => {
    const rest = '1 4 2 0 -1 4194304 100 0 0 0 1 2 0 0 20 0 1 0 170621 5000 300 1844674407';
    for (const name of ['sh', 'a b', ') R 1 1 1 (', '']) {
      assert.deepEqual(factsOfStat(`4711 (${name}) S ${rest}`), {
        pid: 4711,
        parent: 1,
        group: 4,
        session: 2,
        start: '170621',
        isZombie: false,
      });
    }
    assert.equal(factsOfStat(`4711 (sh) Z ${rest}`)?.isZombie, true);
    assert.equal(factsOfStat(''), undefined);
  });

  it('is read from ps', () => {
    const text =
      '    1     0     1 Ss   Sat Nov 29 08:39:35 2026\n 4711     1  4711 Z+   Sat Nov 29 09:00:00 2026\n\n';
    assert.deepEqual(processesOfPs(text), [
      { pid: 1, parent: 0, group: 1, session: 0, start: 'Sat Nov 29 08:39:35 2026', isZombie: false },
      { pid: 4711, parent: 1, group: 4711, session: 0, start: 'Sat Nov 29 09:00:00 2026', isZombie: true },
    ]);
  });
});
