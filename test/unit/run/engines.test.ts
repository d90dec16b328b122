import assert from 'node:assert/strict';
import type { EngineRun } from '../../../src/engine/run/engines/engine';
import { engines } from '../../../src/engine/run/engines/engines';
import { engineJobs } from '../../../src/engine/run/engines/jobs';
import { jobKeys, partsByLevel } from '../../../src/engine/run/engines/parts';
import { type ItemSketch, itemOf } from './runs';

const jobsOf = (sketches: readonly ItemSketch[], slots = 2) => engineJobs(sketches.map(itemOf), slots);

describe('run on an engine: jobs', () => {
  it('need what must have landed, without what follows from the rest', () => {
    const jobs = jobsOf([
      { id: '1.1' },
      { id: '1.2', after: ['1.1'] },
      { id: '1.3', after: ['1.1', '1.2'] },
      { id: '1.4', after: ['1.3', '1.1', '1.2'] },
    ]);
    assert.deepEqual(
      jobs.map(({ needs }) => needs),
      [[], ['1.1'], ['1.2'], ['1.3']],
    );
  });

  it('share so many slots as work at the same time, by their estimates', () => {
    const jobs = jobsOf([
      { id: '1.1', seconds: 100 },
      { id: '1.2', seconds: 10 },
      { id: '1.3', seconds: 10 },
      { id: '1.4', seconds: 10, after: ['1.1'] },
    ]);
    assert.deepEqual(
      jobs.map(({ id, slot }) => `${id}:${slot}`),
      ['1.1:1', '1.2:2', '1.3:2', '1.4:1'],
    );
  });

  it('end in an order in which nothing is before what it needs, even where nothing takes time', () => {
    const jobs = jobsOf([
      { id: '2.1', seconds: 0, after: ['1.1'] },
      { id: '1.1', seconds: 0 },
      { id: '1.2', seconds: 50 },
      { id: '1.3', seconds: 5 },
    ]);
    const order = [...jobs].sort((one, other) => one.rank - other.rank).map(({ id }) => id);
    assert.ok(order.indexOf('1.1') < order.indexOf('2.1'), order.join());
    assert.ok(order.indexOf('1.3') < order.indexOf('1.2'), order.join());
  });

  it('have names that differ', () => {
    const keys = jobKeys(jobsOf([{ id: '1.1' }, { id: '1-1' }, { id: '1_1' }, { id: '1.1_2' }]));
    assert.equal(new Set(keys.values()).size, 4);
    for (const key of keys.values()) assert.match(key, /^a-[A-Za-z0-9_-]+$/);
  });

  it('are split by levels, and a level that is too large by itself', () => {
    const jobs = [0, 0, 1, 1, 1, 1, 1, 2].map((level, at) => ({ id: `${at}`, level }));
    const parts = partsByLevel(jobsOf(jobs), 3);
    assert.deepEqual(
      parts.map((part) => part.map(({ level }) => level).join('')),
      ['00', '111', '112'],
    );
  });
});

describe('run on an engine: files', () => {
  const run: EngineRun = {
    plan: 'SHOP',
    path: 'plans/SHOP/PLAN_SHOP.md',
    jobs: jobsOf([
      { id: '1.1', title: 'Basket\n- run: evil' },
      { id: '1.2', after: ['1.1'], title: 'Till\r\u2028 x' },
    ]),
    slots: undefined,
    executor: 'mine',
    trust: 'abc123',
    secrets: ['SHOP_KEY'],
    minutes: 90,
    madeWith: 'parallel-plans export x plans/SHOP/PLAN_SHOP.md\ntouch hacked',
  };

  for (const engine of engines) {
    it(`of ${engine.title} are the same each time, and no text of a plan begins a line of its own`, () => {
      const name = engine.fileOf('shop').replace(/^.*\//, '');
      const files = engine.write(run, name);
      assert.deepEqual(engine.write(run, name), files);
      assert.equal(files[0]?.name, name);
      for (const { text } of files) {
        assert.doesNotMatch(text, /^\s*(?:- run: evil|touch hacked|x$)/mu);
        assert.doesNotMatch(text, /[\r\u2028]/u);
        assert.match(text, /parallel-plans export x/);
        assert.ok(text.endsWith('\n'));
      }
      const all = files.map(({ text }) => text).join('');
      assert.match(all, /run-item .*--executor mine --trust-commands abc123/);
      assert.match(all, /land .*--trust-commands abc123/);
      assert.match(all, /\b90\b/);
    });
  }
});
