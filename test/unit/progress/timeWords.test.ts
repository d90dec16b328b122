import assert from 'node:assert/strict';
import { actualWords, planTimeWords, timeLeftWords } from '../../../src/engine/progress/timeWords';
import { effortWords, shortEffort } from '../../../src/engine/words/hours';
import { type AchievementSketch, analysedPlan } from '../../support/analysedPlan';

const timeOf = (...achievements: readonly AchievementSketch[]) => analysedPlan({ achievements }).time();

describe('Efforts in words', () => {
  it('are hours as documents have them', () => {
    assert.equal(effortWords({ min: 2, max: 3 }), '2-3 hours');
    assert.equal(effortWords({ min: 1, max: 1 }), '1 hour');
    assert.equal(effortWords({ min: 1 / 3, max: 1 }), '0.33-1 hours');
  });

  it('are short at a glance: minutes below an hour, whole hours from ten on', () => {
    const short: readonly (readonly [number, number, string])[] = [
      [4, 6, '4-6 h'],
      [0.75, 0.75, '45 min'],
      [0.5, 0.75, '30-45 min'],
      [0.5, 1, '0.5-1 h'],
      [1.25, 1.25, '1.3 h'],
      [9.5, 12.4, '9.5-12 h'],
      [17.83, 17.83, '18 h'],
      [0, 0, '0 h'],
    ];
    for (const [min, max, words] of short) assert.equal(shortEffort({ min, max }), words);
  });
});

describe('Time in words', () => {
  const time = timeOf(
    { id: '1.1', needs: [], hours: [2, 3], status: 'complete', took: 3 },
    { id: '1.2', needs: [], hours: [4, 6] },
    { id: '1.3', needs: [], hours: [4, 4] },
    { id: '1.4', needs: [] },
  );

  it('says what is left, also in parallel, and how many have no estimate', () => {
    assert.equal(timeLeftWords(time), '8-10 h left, 4-6 h in parallel, 1 without estimate');
    assert.equal(
      planTimeWords(time),
      '8-10 h left of 10-13 h, 4-6 h in parallel (44 % saved), 1 without estimate',
    );
    assert.equal(time.actual && actualWords(time.actual), '3 h for 1 achievement estimated at 2-3 h (120 %)');
  });

  it('does not repeat what takes as long one after the other', () => {
    const chain = timeOf(
      { id: '1.1', needs: [], hours: [0.5, 0.5] },
      { id: '1.2', needs: ['1.1'], hours: [2, 2] },
    );
    assert.equal(timeLeftWords(chain), '2.5 h left');
    assert.equal(planTimeWords(chain), '2.5 h left');
  });

  it('says nothing where nothing is estimated or open', () => {
    assert.equal(timeLeftWords(timeOf({ id: '1.1', needs: [] })), undefined);
    assert.equal(planTimeWords(timeOf({ id: '1.1', needs: [] })), undefined);
    const done = timeOf({ id: '1.1', needs: [], hours: [2, 2], status: 'complete' });
    assert.equal(timeLeftWords(done), undefined);
    assert.equal(planTimeWords(done), '2 h done');
  });
});
