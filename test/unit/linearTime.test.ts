import assert from 'node:assert/strict';
import { HOSTILE, type HostileText } from '../support/hostileText';
import { HOSTILE_JOBS, openHostile } from '../support/hostileWorkspace';

const SMALL = 2_000;
const GROWTH = 10;
/** What is linear takes 10 times as long, what takes the square of the length 100 times. */
const MOST_GROWTH = 20;
/** What a garbage collection, the compiler and a busy machine add, in ms. */
const NOISE = 60;
/** Who is too slow by chance is not so each time. */
const TRIES = 4;
/** Lengths below the small one: what doubles with every few characters is found here, before it takes for ever. */
const RAMP = Array.from({ length: 15 }, (_, step) => Math.round(40 * 1.3 ** step));
const MOST_ON_RAMP = 400;

/** CPU time in ms of one call of each job by name; other processes hardly change it. */
const timesOf = async (hostile: string): Promise<ReadonlyMap<string, number>> => {
  const workspace = await openHostile(hostile);
  const times = new Map<string, number>();
  for (const { name, run, calls } of HOSTILE_JOBS) {
    const count = calls?.(workspace) ?? 1;
    const start = process.cpuUsage();
    await run(hostile, workspace);
    const { user, system } = process.cpuUsage(start);
    times.set(name, (user + system) / 1000 / count);
  }
  workspace.engine.dispose();
  return times;
};

/** What takes too long, as far as one measurement can tell. */
const slowIn = async (text: HostileText): Promise<readonly string[]> => {
  const small = await timesOf(text.ofSize(SMALL));
  const large = await timesOf(text.ofSize(SMALL * GROWTH));
  return HOSTILE_JOBS.flatMap(({ name }) => {
    const [before = 0, after = 0] = [small.get(name), large.get(name)];
    return after < MOST_GROWTH * before + NOISE ? [] : [`${name}: ${before} ms, then ${after} ms`];
  });
};

describe('Text that is hard on patterns', function () {
  this.timeout(300_000);

  for (const text of HOSTILE) {
    it(`costs no more than its length: ${text.name}`, async () => {
      for (const size of RAMP) {
        let times = await timesOf(text.ofSize(size));
        // what doubles with every few characters takes as long again; a busy machine rarely does
        if ([...times.values()].some((ms) => ms >= MOST_ON_RAMP)) times = await timesOf(text.ofSize(size));
        for (const [name, ms] of times) {
          assert.ok(ms < MOST_ON_RAMP, `${name}: ${ms} ms for ${size} characters`);
        }
      }
      let slow = await slowIn(text);
      for (let again = 1; again < TRIES && slow.length > 0; again++) slow = await slowIn(text);
      assert.deepEqual(slow, []);
    });
  }
});
