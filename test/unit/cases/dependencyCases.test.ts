import { deepEqual, equal } from 'node:assert/strict';
import { planLinks } from '../../../src/engine/links/planLinks';
import { needs, opened, planWith } from './opened';

const PLAN = '/w/PLAN_BAKERY.md';
const OVEN = { '1.1': ['Oven', needs('None')], '1.2': ['Dough', needs('None')] } as const;

/** The plan where each of these values is what an achievement from 3.1 on depends on. */
const bakery = (values: readonly string[]) =>
  planWith('Bakery', {
    ...OVEN,
    ...Object.fromEntries(
      values.map((value, at) => [`3.${at + 1}`, [`Cake ${at + 1}`, needs(value)] as const]),
    ),
  });

/** What 3.1 says in the end: what it waits for and whether it is ready. */
const waits = async (value: string) => {
  const workspace = await opened({ [PLAN]: bakery([value]) });
  return { on: workspace.needs()['3.1'], is: workspace.readiness()['3.1'], said: workspace.said() };
};

describe('a long list of dependencies beside the name of another plan', () => {
  const ids = Array.from({ length: 60 }, (_, at) => `1.${at + 1}`);
  const plan = (value: string) =>
    planWith('Bakery', {
      ...Object.fromEntries(ids.map((id) => [id, [`Tray ${id}`, needs('None')] as const])),
      '8.8': ['Opening day', needs(value)],
    });

  it('is read to its end, and all of it holds up', async () => {
    const workspace = await opened({ [PLAN]: plan(`PLAN_MILL (over), Achievements ${ids.join(', ')}`) });
    equal(workspace.needs()['8.8'], ids.join(' '));
    equal(workspace.readiness()['8.8'], 'blocked');
  });

  it('is a list of links where the other plan has them', async () => {
    const workspace = await opened({
      [PLAN]: planWith('Bakery', {
        ...OVEN,
        '8.8': ['Opening day', needs('Achievements 1.1 and 1.2 of PLAN_MILL, 1.2')],
      }),
      '/w/mill/PLAN_MILL.md': planWith('Mill', { '1.1': ['Stone'], '1.2': ['Wheel'] }),
    });
    equal(workspace.needs('BAKERY')['8.8'], '1.2');
    deepEqual(
      planLinks(workspace.all).map(({ from, to }) => `${from.achievement} ${to.plan.name} ${to.achievement}`),
      ['8.8 MILL 1.1', '8.8 MILL 1.2'],
    );
  });
});

describe('what a dependency field is written like', () => {
  for (const value of [
    '`1.1` and `1.2`',
    '[1.1](#oven), [1.2](#dough)',
    '[1.2, 1.1]',
    '(1.1; 1.2)',
    '#1.2 #1.1',
    '🔥 1.1, 🥣 1.2',
    'Steps 1.1 & 1.2',
    'Needs 1.1 and 1.2',
    '1.1 approved, 1.2 under way',
    '1.1–1.2',
    'from 1.1 through 1.2',
    '1.x',
    'all previous',
    '1.1 1.2',
    '1.1 / 1.2',
    '1.1<br/>1.2',
    '1.1 ⇒ 1.2',
    '\n  - [x] 1.1\n  - [ ] 1.2',
    '\n  1) 1.1\n  2) 1.2',
    '\n  - `1.1`\n  - `1.2` (cold)',
    '1.1,\n  1.2',
  ]) {
    it(`holds up what waits: ${value.replaceAll('\n', ' ⏎ ')}`, async () => {
      const { on, is, said } = await waits(value);
      deepEqual([on?.split(' ').sort(), is, said], [['1.1', '1.2'], 'blocked', []]);
    });
  }

  it('is no remark below it, which closes no cycle', async () => {
    const workspace = await opened({
      [PLAN]: planWith('Bakery', {
        '1.1': ['Oven', needs('None'), 'Then Achievement 1.2 can start.'],
        '1.2': ['Dough', needs('1.1'), '', 'Achievement 1.1 was hard.'],
      }),
    });
    deepEqual(workspace.needs(), { '1.1': '', '1.2': '1.1' });
    deepEqual([workspace.plan().cycles, workspace.readiness()['1.1']], [[], 'ready']);
  });

  it('leaves what is struck out', async () => {
    const { on, is } = await waits('~~1.1~~, 1.2');
    deepEqual([on, is], ['1.2', 'blocked']);
  });

  it('means a whole priority', async () => {
    const text = bakery(['All of Priority 4'])
      .replace('**Achievement 1.1**', '### Priority 4: First\n\n**Achievement 1.1**')
      .replace('**Achievement 3.1**', '### Priority 5: Then\n\n**Achievement 3.1**');
    const workspace = await opened({ [PLAN]: text });
    equal(workspace.needs()['3.1'], '1.1 1.2');
  });

  for (const [value, marked] of [
    ['TBD', 'TBD'],
    ['?', '?'],
    ['1.1?', '1.1'],
    ['perhaps 1.1', 'perhaps 1.1'],
    ['Priority 7', 'Priority 7'],
    ['B1.1', 'B1.1'],
  ] as const) {
    it(`is said at its place where nobody can tell, and not ready: ${value}`, async () => {
      const { on, is, said } = await waits(value);
      deepEqual([on, is, said], ['', 'unknown', [`unread-dependency PLAN_BAKERY.md:15 ${marked}`]]);
    });
  }

  it('is said where it stands in a code block, and not ready', async () => {
    const { is, said } = await waits('\n\n  ```\n  1.1\n  ```');
    deepEqual([is, said], ['unknown', ['unread-dependency PLAN_BAKERY.md:18 1.1']]);
  });

  it('keeps plain words as a note, which holds up nobody', async () => {
    const { is, said } = await waits('Permit of the town');
    deepEqual([is, said], ['ready', ['dependency-note PLAN_BAKERY.md:15 Permit of the town']]);
  });
});

describe('labels and places of dependencies', () => {
  for (const label of [
    'Blocked by',
    'blocked_by',
    'Depends',
    'Depends-On',
    'Dependent on',
    'Needs',
    'Requires',
    'Prerequisites',
    'Prereqs',
    'Predecessor',
    'Hard dependencies',
    'Dependencies / Prerequisites',
    '⛓️ Dependencies',
  ]) {
    it(`hold up what waits: ${label}`, async () => {
      const workspace = await opened({
        [PLAN]: planWith('Bakery', { ...OVEN, '3.1': ['Cake', `- **${label}**: 1.1`] }),
      });
      deepEqual([workspace.needs()['3.1'], workspace.readiness()['3.1']], ['1.1', 'blocked']);
    });
  }

  for (const label of ['Unblocks', 'Required by', 'Blocks']) {
    it(`hold up the others: ${label}`, async () => {
      const plan = planWith('Bakery', {
        '1.1': ['Oven', `- **${label}**: 3.1`],
        '3.1': ['Cake', needs('None')],
      });
      const workspace = await opened({ [PLAN]: plan });
      deepEqual(workspace.needs(), { '1.1': '', '3.1': '1.1' });
    });
  }

  const places: Readonly<Record<string, readonly string[]>> = {
    'indented by two': ['  - **Effort**: 5h', '  - **Dependencies**: 1.1'],
    'below another item': ['- In short:', '  - **Effort**: 5h', '  - **Dependencies**: 1.1'],
    plain: ['Effort: 5h', 'Dependencies: 1.1'],
    'in a quote': ['> Effort: 5h', '> **Dependencies**: 1.1'],
    'in a table': ['| What | Said |', '| --- | --- |', '| Effort | 5h |', '| Dependencies | 1.1 |'],
    'as sentences': ['- Effort: 5h', '- Depends on 1.1.'],
    numbered: ['1. **Effort**: 5h', '2. **Dependencies**: 1.1'],
    'in italics': ['- _Effort_: 5h', '- _Dependencies_: 1.1'],
    'in italics with their values': ['*Effort: 5h*', '', '*Dependencies: 1.1*'],
    'on one line': ['**Effort**: 5h · **Dependencies**: 1.1'],
    'as headings': ['#### Effort', '', '5h', '', '#### Dependencies', '', '1.1'],
    folded: [
      '<details>',
      '<summary>More</summary>',
      '',
      '- **Effort**: 5h',
      '- **Dependencies**: 1.1',
      '',
      '</details>',
    ],
  };
  for (const [place, lines] of Object.entries(places)) {
    it(`are read ${place}`, async () => {
      const workspace = await opened({ [PLAN]: planWith('Bakery', { ...OVEN, '3.1': ['Cake', ...lines] }) });
      deepEqual([workspace.needs()['3.1'], workspace.each(({ effort }) => effort?.max)['3.1']], ['1.1', 5]);
    });
  }
});

describe('sentences that deny', () => {
  for (const value of [
    'Separate from Achievement 1.1',
    'Can be baked alongside Achievement 1.1',
    'There is no dependency on Achievement 1.2',
    'Achievement 1.1 does not block it any more',
    'Does not require Achievement 1.1',
    'Neither Achievement 1.1 nor 1.2',
    'Instead of building on 1.1',
    '1.1 (not needed any longer)',
  ]) {
    it(`make no dependency: ${value}`, async () => {
      const { on, is } = await waits(value);
      deepEqual([on, is], ['', 'ready']);
    });
  }

  it('propose none either', async () => {
    const sentences = [
      'Bakes without Achievement 1.1.',
      "It won't need Achievement 1.2.",
      'Rather than building on Achievement 1.1 it starts anew.',
      'Must it wait for Achievement 1.2? It must not.',
      'It depends neither on Achievement 1.1 nor on Achievement 1.2.',
      'This does not depend on Achievement 1.1.',
    ];
    const cakes = sentences.map((sentence, at) => [`3.${at + 1}`, [`Cake ${at + 1}`, sentence] as const]);
    const workspace = await opened({
      [PLAN]: planWith('Bakery', { '1.1': ['Oven'], '1.2': ['Dough'], ...Object.fromEntries(cakes) }),
    });
    deepEqual(await workspace.proposed(), []);
  });

  it('are told from those that state one', async () => {
    const workspace = await opened({
      [PLAN]: planWith('Bakery', { '1.1': ['Oven'], '3.1': ['Cake', 'It depends on Achievement 1.1.'] }),
    });
    deepEqual(await workspace.proposed(), ['3.1>1.1']);
  });
});

describe('full-width punctuation', () => {
  const read = async (lines: readonly string[]) => {
    const [title = '', ...fields] = lines;
    const text = `${planWith('Bakery', OVEN)}\n**Achievement 3.1**：${title}\n\n${fields.join('\n')}\n`;
    const workspace = await opened({ [PLAN]: text });
    return [
      workspace.titles()['3.1'],
      workspace.needs()['3.1'],
      workspace.each(({ effort }) => effort?.max)['3.1'],
    ];
  };

  it('works like its narrow twins', async () => {
    deepEqual(await read(['面包', '- **Effort**：６h', '- **Dependencies**：1.1、1.2']), [
      '面包',
      '1.1 1.2',
      6,
    ]);
    deepEqual(await read(['蛋糕', '- **Effort**: 4小时', '- **Dependencies**: 1.1，1.2']), [
      '蛋糕',
      '1.1 1.2',
      4,
    ]);
  });
});
