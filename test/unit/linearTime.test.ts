import assert from 'node:assert/strict';
import { HOSTILE, type HostileText } from '../support/hostileText';
import { HOSTILE_JOBS, OPENING, openHostile } from '../support/hostileWorkspace';

const SMALL = 2_000;
const GROWTH = 10;
/** What is linear takes 10 times as long, what takes the square of the length 100 times. */
const MOST_GROWTH = 20;
/** What a garbage collection, the compiler and a busy machine add, in ms. */
const NOISE = 60;
/** Who is too slow by chance is not so each time. */
const TRIES = 4;
/** Lengths below the small one: what doubles with every few characters is found here, before it takes for ever. */
const RAMP_FROM = 40;
const MOST_ON_RAMP = 400;
/** What doubles cannot go from nothing that is seen to more than a minute in one step. */
const STEP = 1.65;
/** From what is seen, in ms, it goes on in smaller ones. */
const SEEN = 10;
const SMALL_STEP = 1.2;

/** CPU time in ms that this process has had; other processes hardly change it. */
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** CPU time in ms of one call of each job by name. */
const timesOf = async (hostile: string): Promise<ReadonlyMap<string, number>> => {
  const times = new Map<string, number>();
  const opening = cpuMs();
  const workspace = await openHostile(hostile);
  times.set(OPENING.name, cpuMs() - opening);
  for (const { name, run, calls } of HOSTILE_JOBS) {
    if (name === OPENING.name) continue;
    const count = calls?.(workspace) ?? 1;
    const start = cpuMs();
    await run(hostile, workspace);
    times.set(name, (cpuMs() - start) / count);
  }
  workspace.engine.dispose();
  return times;
};

/** What takes too long, as far as one measurement can tell. */
const slowIn = async (text: HostileText): Promise<readonly string[]> => {
  const large = await timesOf(text.ofSize(SMALL * GROWTH));
  if (Math.max(...large.values()) < NOISE) return [];
  const small = await timesOf(text.ofSize(SMALL));
  return HOSTILE_JOBS.flatMap(({ name }) => {
    const [before = 0, after = 0] = [small.get(name), large.get(name)];
    return after < MOST_GROWTH * before + NOISE ? [] : [`${name}: ${before} ms, then ${after} ms`];
  });
};

/** Fails at the first length for which a job takes too long; longer ones would take for ever. */
const climb = async (text: HostileText): Promise<void> => {
  for (let size = RAMP_FROM; size < SMALL; ) {
    let times = await timesOf(text.ofSize(size));
    // what doubles with every few characters takes as long again; a busy machine rarely does
    if (Math.max(...times.values()) >= MOST_ON_RAMP) times = await timesOf(text.ofSize(size));
    for (const [name, ms] of times) {
      assert.ok(ms < MOST_ON_RAMP, `${name}: ${ms} ms for ${size} characters`);
    }
    size = Math.round(size * (Math.max(...times.values()) < SEEN ? STEP : SMALL_STEP));
  }
};

describe('Text that is hard on patterns', function () {
  this.timeout(300_000);

  for (const text of HOSTILE) {
    it(`costs no more than its length: ${text.name}`, async () => {
      await climb(text);
      let slow = await slowIn(text);
      for (let again = 1; again < TRIES && slow.length > 0; again++) slow = await slowIn(text);
      assert.deepEqual(slow, []);
    });
  }
});
