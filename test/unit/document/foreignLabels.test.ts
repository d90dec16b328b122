import { deepEqual, equal } from 'node:assert/strict';
import { readPlan } from '../../../src/engine/document/plan/plan';

const HEAD =
  '# PLAN: Bakery\n\n## Achievements\n\n**Achievement 1.1**: Oven\n\n**Achievement 1.2**: Dough\n\n';

/** What a third achievement with this body needs, holds up, and what of it nobody can tell. */
const read = (body: string) => {
  const found = readPlan(`${HEAD}**Achievement 1.3**: Bread\n\n${body}\n`).achievements[2];
  return {
    needs: found?.dependencies.map(({ id }) => id),
    blocks: found?.blocks.map(({ id }) => id),
    unread: found?.statedWords.unread.map(({ text }) => text),
  };
};

describe('A dependency that other people write', () => {
  for (const body of [
    '**Dependencies: 1.1**',
    '*Dependencies: 1.1*',
    '- _Depends on: 1.1_',
    '<b>Dependencies: 1.1</b>',
    '<span style="color: red">Dependencies: 1.1</span>',
    '- **Dependencies**[^1]: 1.1',
    '- **Dependencies**<sup>2</sup>: 1.1',
    '- Dependencies [soft]: 1.1',
    '- Dependencies - 1.1',
    '- Dependencies = 1.1',
    '- Dependencies → 1.1',
    '- Depends on Achievement 1.1',
    '- **Dependencies** (1.1)',
    'Dependencies:: 1.1',
    ':Depends on: 1.1',
    '- Dependencies\n  - 1.1',
    '* Dependencies\n  * [ ] 1.1',
    'Dependencies\n    1.1',
    'Dependencies\n: 1.1',
    'Dependencies\n------------\n\n1.1',
    '> [!note]- Dependencies\n> 1.1',
    '!!! warning "Dependencies"\n    1.1',
    '::: details Dependencies\n1.1\n:::',
    '<p><b>Dependencies:</b> 1.1</p>',
    '<ul>\n<li><strong>Dependencies:</strong> 1.1</li>\n</ul>',
    '<table>\n<tr><td>Effort</td><td>2h</td></tr>\n<tr><td><b>Dependencies</b></td><td>1.1</td></tr>\n</table>',
    '<dl><dt>Depends on</dt><dd>1.1</dd></dl>',
    '| Dependency | Type | Why |\n| --- | --- | --- |\n| 1.1 | hard | heat |',
    '| Owner | Dependencies |\n| --- | --- |\n| Ann | 1.1 |',
    '| Dependencies | 1.1 |\n| Effort | 2h |',
    '+--------------+-----+\n| Dependencies | 1.1 |\n+--------------+-----+',
    '|| Dependencies || 1.1 ||',
    '- ~~**Dependencies**: 1.2~~\n- **Dependencies**: 1.1',
  ]) {
    it(`is read: ${body.replaceAll('\n', ' ⏎ ')}`, () => {
      const { needs, unread } = read(body);
      deepEqual([needs, unread], [['1.1'], []]);
    });
  }

  it('may fill several rows, cells and items', () => {
    const both = ['1.1', '1.2'];
    deepEqual(read('| Field | Value |\n| --- | --- |\n| Depends on | 1.1 |\n| | 1.2 |').needs, both);
    deepEqual(read('| Depends on | 1.1 | 1.2 |\n| --- | --- | --- |\n| Effort | 2h | |').needs, both);
    deepEqual(read('| Dependency | Why |\n| --- | --- |\n| 1.1 | heat |\n| 1.2 | taste |').needs, both);
    deepEqual(read('- **Dependencies**:\n  - **Requires**: 1.1\n  - 1.2').needs, both);
  });

  it('is not made of what tables say of others, of amounts, or of words that follow', () => {
    for (const body of [
      '| Achievement | Depends on |\n| --- | --- |\n| 1.2 | 1.1 |',
      '- Requires 1.1 GB of memory',
      '- Needs 1.1 hours',
      '- Blocks',
      '[//]: # (Dependencies: 1.1)',
      'Dependencies',
      '**Goal**: bread that needs 1.1',
    ])
      deepEqual(read(body).needs, [], body);
  });
});

describe('A label that sounds like dependencies and is none that is known', () => {
  for (const label of [
    'Dependencies / Blocks',
    'Depends on / Required by',
    'Dependecies',
    'Dependency on',
    'After',
    'Must wait for',
    'Parent',
    'Abhängig von',
    'Dépendances',
    '依存関係',
  ]) {
    it(`is said in front of ids: ${label}`, () => {
      const { needs, unread } = read(`- **${label}**: 1.1 / 1.2`);
      deepEqual([needs, unread], [[], [label]]);
      deepEqual(read(`| ${label} | 1.1 |\n| --- | --- |\n| Owner | Ann |`).unread, [label]);
    });
  }

  it('is said without bold too', () => {
    deepEqual(read('- Dependancies: 1.1').unread, ['Dependancies']);
    deepEqual(read('Dependencys: Achievement 1.2').unread, ['Dependencys']);
  });

  it('is no news where it names nothing of this plan', () => {
    for (const body of [
      '- **Dependencies / Blocks**: None / None',
      '- **After**: the summer',
      '- **Order**: 2.5 kg of flour',
      '- **Requirements**: 1.1, 1.2',
      '- **Related**: 1.1',
      '- **After**: 1.3 itself is done',
    ])
      deepEqual(read(body).unread, [], body);
  });
});

it('What is struck out, label and all, says nothing', () => {
  equal(read('- ~~Dependencies: 1.1~~').needs?.length, 0);
  deepEqual(read('- ~~Dependencies: 1.1~~ 1.2').needs, ['1.2']);
});
