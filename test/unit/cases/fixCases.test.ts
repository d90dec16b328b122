import { deepEqual, equal } from 'node:assert/strict';
import { needs, opened, planWith } from './opened';

const PLAN = '/w/PLAN_CINEMA.md';

describe('a fix that takes one id away', () => {
  for (const [before, after] of [
    ['**1.2**, 1.1', '1.1'],
    ['1.2 - a slip, 1.1 - the screen', '1.1 - the screen'],
    ['`1.2` (a slip), 1.1 (the screen)', '1.1 (the screen)'],
    ['1.1 and 1.2', '1.1'],
    ['Achievements 1.2, 1.1', 'Achievement 1.1'],
  ] as const) {
    it(`leaves the other: ${before}`, async () => {
      const text = planWith('Cinema', { '1.1': ['Screen', needs('None')], '1.2': ['Film', needs(before)] });
      const workspace = await opened({ [PLAN]: text });
      equal(workspace.said('self-dependency').length, 1);
      await workspace.fixAll(PLAN);
      deepEqual(workspace.needs(), { '1.1': '', '1.2': '1.1' });
      deepEqual(workspace.said('self-dependency'), []);
      const written = workspace.text(PLAN).replace('Achievements 1.1', 'Achievement 1.1');
      equal(written, text.replace(needs(before), needs(after)));
    });
  }
});

describe('a fix that cannot tell what belongs to an id', () => {
  it('leaves the line to a person, and the achievement is still not ready', async () => {
    const text = planWith('Cinema', {
      '1.1': ['Screen', needs('None')],
      '1.2': ['Film', needs('1.2 (shown on the screen of 1.1)')],
    });
    const workspace = await opened({ [PLAN]: text });
    await workspace.fixAll(PLAN);
    equal(workspace.text(PLAN), text);
    deepEqual(workspace.said('self-dependency').length, 1);
  });
});

describe('fixes beside what people wrote', () => {
  const prose = [
    '',
    'Decided: we show both versions. Keep this line.',
    '',
    '```ts',
    'show(1.2);',
    '```',
    '',
    '| Seat | Row |',
    '| --- | --- |',
    '| red | one |',
  ];
  const text = planWith('Cinema', {
    '1.1': ['Screen', needs('None')],
    '1.2': ['Film', needs('1.2'), ...prose],
    '1.3': ['Tickets', needs('8.8'), '', 'Another paragraph that stays.'],
    '1.4': [
      'Popcorn',
      '- **Dependencies**:',
      '  - 1.4',
      '  - Salt: from the shop',
      '',
      'The last paragraph.',
    ],
  });

  it('change lines with the id and no others', async () => {
    const workspace = await opened({ [PLAN]: text });
    await workspace.fixAll(PLAN);
    const after = workspace.text(PLAN).split('\n');
    const kept = text.split('\n').filter((line) => !/Dependencies|^ {2}- 1\.4$/.test(line));
    deepEqual(
      after.filter((line) => !line.includes('Dependencies')),
      kept,
    );
    deepEqual(workspace.said('self-dependency'), []);
    deepEqual(
      workspace.each(({ title }) => title),
      { '1.1': 'Screen', '1.2': 'Film', '1.3': 'Tickets', '1.4': 'Popcorn' },
    );
  });

  it('keep the prose when the PLAN follows parallel.json', async () => {
    const plan = planWith('Cinema', {
      '1.1': ['Screen', needs('None')],
      '1.2': ['Film', needs('1.1'), '', 'Decided: both versions.'],
      '1.3': ['Tickets', needs('None'), '', 'A note of the third.'],
    });
    const entry = (id: string, dependencies: readonly string[]) => ({ achievement_id: id, dependencies });
    const parallel = {
      plan_name: 'CINEMA',
      achievements: [entry('1.1', []), entry('1.2', []), entry('1.3', ['1.2'])],
    };
    const workspace = await opened({ [PLAN]: plan, '/w/parallel.json': JSON.stringify(parallel) });
    equal(workspace.said('dependencies-differ').length, 2);
    await workspace.fix('Make the PLAN match parallel.json for 1.2');
    await workspace.fix('Make the PLAN match parallel.json for 1.3');
    equal(
      workspace.text(PLAN),
      plan
        .replace(needs('1.1'), needs('None'))
        .replace(/(Tickets\n\n)- \*\*Dependencies\*\*: None/, `$1${needs('1.2')}`),
    );
    deepEqual(workspace.said('dependencies-differ'), []);
  });
});
