import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { needs, opened, planWith } from './opened';

const PLAN = '/w/PLAN_HARBOUR.md';

describe('a definition with its colon between the marks', () => {
  it('defines, in a plan that is written like that throughout', async () => {
    const text =
      '# PLAN: Harbour\n\n## Desirable Achievements\n\n**Achievement 2.1:** Quay\n\n- **Effort:** 5h\n- **Dependencies:** None\n\n' +
      '**Achievement 2.2:** Crane\n\n- **Dependencies:** 2.1\n';
    const workspace = await opened({ [PLAN]: text });
    deepEqual(workspace.titles(), { '2.1': 'Quay', '2.2': 'Crane' });
    deepEqual(workspace.needs(), { '2.1': '', '2.2': '2.1' });
  });

  it('keeps its fields from the one above, among others', async () => {
    const text = planWith('Harbour', {
      '2.1': ['Quay', '- **Effort**: 3h', needs('None')],
      '2.2': ['Crane', '- **Effort**: 8h', needs('2.1')],
      '2.3': ['Ship', '- **Effort**: 4h', needs('2.2')],
    }).replace('**Achievement 2.2**:', '**Achievement 2.2:**');
    const workspace = await opened({ [PLAN]: text });
    deepEqual(
      workspace.each(({ effort }) => effort?.max),
      { '2.1': 3, '2.2': 8, '2.3': 4 },
    );
    deepEqual(workspace.needs(), { '2.1': '', '2.2': '2.1', '2.3': '2.2' });
    deepEqual([workspace.plan().cycles, workspace.said()], [[], []]);
  });
});

describe('headings that define', () => {
  it('have a clean title, however they are decorated', async () => {
    const headings = [
      '### [x] Achievement 4.1: Buoy',
      '### 🛟 🌊 Achievement 4.2: Rope',
      '### **Achievement 4.3**: Sail',
      '### `Achievement 4.4`: Mast',
      '### [Achievement 4.5: Anchor](subplans/SUBPLAN_HARBOUR_45.md)',
      '### Achievement 4.6 Deck',
      '### Achievement 4.7: Hull {#hull}',
      '### <a id="keel"></a>Achievement 4.8: Keel',
      '## Achievement 4.9: Bow',
      '***Achievement 4.10***: Stern',
      '__Achievement 4.11__: Flag',
    ];
    const workspace = await opened({
      [PLAN]: `# PLAN: Harbour\n\n## Desirable Achievements\n\n${headings.join('\n\n')}\n`,
    });
    equal(
      Object.values(workspace.titles()).join(' '),
      'Buoy Rope Sail Mast Anchor Deck Hull Keel Bow Stern Flag',
    );
    deepEqual(workspace.said(), []);
  });

  for (const [line, marked] of [
    ['### ~~Achievement 4.2: Sold~~', 'is struck out'],
    ['**Achievement 4.2**: ~~Sold~~', 'is struck out'],
    ['**Achievement 4.2c**: Letter', 'is not an id'],
    ['- [ ] **Achievement 4.2**: Box', 'A check box'],
    ['> **Achievement 4.2**: Quote', 'A quote'],
    ['  **Achievement 4.2**: Indented', 'An indented line'],
    ['**Acheivement 4.2**: Slip', 'misspelt'],
    ['**4.2**: Bare', 'Without the word'],
  ] as const) {
    it(`skip ${line}, say so, and let nothing below leak into the achievement above`, async () => {
      const text = `${planWith('Harbour', { '4.1': ['Buoy', needs('None')] })}\n${line}\n\n- **Effort**: 9h\n${needs('4.1')}\n`;
      const workspace = await opened({ [PLAN]: text });
      deepEqual(workspace.needs(), { '4.1': '' });
      equal(workspace.plan().byId.get('4.1')?.effort, undefined);
      deepEqual(workspace.said(), [`unread-definition PLAN_HARBOUR.md:9 ${line}`]);
      ok(workspace.messages('unread-definition')[0]?.includes(marked));
    });
  }

  it('offer nothing else for one that is struck out', async () => {
    const text = planWith('Harbour', { '4.1': ['Buoy'], '4.2': ['~~Sold~~'], '4.3': ['Rope', needs('4.2')] });
    const workspace = await opened({ [PLAN]: text });
    const [message = ''] = workspace.messages('unknown-dependency');
    match(message, /struck out in line 7/);
    ok(!message.includes('Did you mean'));
  });
});

describe('sections whose names only sound like an index', () => {
  const idsBelow = async (heading: string) => {
    const text = `# PLAN: Harbour\n\n## Goal\n\nShips.\n\n${heading}\n\n**Achievement 1.1**: Quay\n\n${needs('None')}\n`;
    const workspace = await opened({ [PLAN]: text });
    return { ids: Object.keys(workspace.titles()), hint: workspace.messages('no-achievements') };
  };
  for (const heading of [
    '## Achievements: Card Index',
    '## Achievements of the Log Book',
    '## Desirable Achievements (Parcel Tracking)',
    '## Achievement Overview',
    '### Achievements',
  ]) {
    it(`define: ${heading}`, async () => deepEqual((await idsBelow(heading)).ids, ['1.1']));
  }
  for (const heading of ['## Achievement Index', '## Addition Log', '## Subplan Tracking']) {
    it(`define nothing, and are named: ${heading}`, async () => {
      const { ids, hint } = await idsBelow(heading);
      deepEqual(ids, []);
      ok(hint[0]?.includes(`"${heading.slice(3)}"`));
    });
  }
});

describe('a table of achievements', () => {
  it('is seen by the hint that the plan defines none', async () => {
    const text =
      '# PLAN: Harbour\n\n## Desirable Achievements\n\n| No. | What |\n| --- | --- |\n| 5.1 | Quay |\n| 5.2 | Crane |\n';
    const workspace = await opened({ [PLAN]: text });
    match(
      workspace.messages('no-achievements')[0] ?? '',
      /table in line 5 lists achievements \(5\.1, 5\.2\)/,
    );
  });
});
