import { deepEqual, equal } from 'node:assert/strict';
import { readPlan } from '../../../src/engine/document/plan/plan';
import { findings } from '../rule/findings';

const HEAD = '# PLAN: Harbour\n\n## Achievements\n\n';

const read = (body: string) => {
  const { achievements, unreadDefinitions } = readPlan(HEAD + body);
  return {
    ids: achievements.map(({ id }) => id),
    needs: Object.fromEntries(
      achievements.map(({ id, dependencies }) => [id, dependencies.map((each) => each.id)]),
    ),
    unread: unreadDefinitions.map(({ reason, id, line }) => [reason, id, line - 4]),
  };
};

describe('an achievement right below a tag', () => {
  for (const tag of [
    '<details>',
    '<details open>',
    '</div>',
    '<hr>',
    '<br/>',
    '<a id="quay"></a>',
    '<img src="x.png">',
    '<p>',
    '<center>',
    '<custom-tag>',
  ]) {
    it(`is defined, and says nothing of the one above: ${tag}`, () => {
      const { ids, needs } = read(
        `**Achievement 1.1**: Quay\n\n- **Dependencies**: None\n\n${tag}\n**Achievement 1.2**: Crane\n- **Dependencies**: 1.1\n`,
      );
      deepEqual(ids, ['1.1', '1.2']);
      deepEqual(needs, { '1.1': [], '1.2': ['1.1'] });
    });
  }

  it('may be a heading, or have a summary above', () => {
    deepEqual(read('<div class="card">\n### Achievement 1.1: Quay\nDependencies: None\n</div>\n').ids, [
      '1.1',
    ]);
    deepEqual(read('<details>\n<summary>Quay</summary>\n**Achievement 1.1**: Quay\n\n</details>\n').ids, [
      '1.1',
    ]);
  });

  it('is none in comments, scripts and preformatted text', () => {
    for (const [open, close] of [
      ['<!--', '-->'],
      ['<pre>', '</pre>'],
      ['<div>\n<pre>', '</pre>\n</div>'],
      ['<script>', '</script>'],
      ['<div>\n<!-- not yet', '-->\n</div>'],
    ])
      deepEqual(read(`${open}\n**Achievement 1.1**: Quay\n${close}\n`).ids, [], open);
  });
});

describe('an achievement that is hidden', () => {
  it('in a heading of tags is said', () => {
    deepEqual(read('<h3 id="q">Achievement 1.1: Quay</h3>\n\n<p>Dependencies: None</p>\n').unread, [
      ['tag', '1.1', 1],
    ]);
  });

  it('in a table of tags is said once, with all ids that nothing defines', () => {
    const { unread } = read(
      '<table>\n<tr><th>Id</th><th>Title</th></tr>\n<tr><td>1.1</td><td>Quay</td></tr>\n<tr>\n<td><b>1.2</b></td>\n<td>Crane</td>\n</tr>\n</table>\n\n**Achievement 1.1**: Quay\n',
    );
    deepEqual(unread, [['table', '1.2', 3]]);
  });

  it('behind a comment or fence that nothing closes is said where that opens', () => {
    for (const open of ['<!-- later', '```sh', '<pre>'])
      deepEqual(
        read(
          `**Achievement 1.1**: Quay\n\n${open}\n\n**Achievement 1.2**: Crane\n\n**Achievement 1.3**: Ship\n`,
        ).unread,
        [['unclosed', '1.2, 1.3', 3]],
        open,
      );
    deepEqual(read('**Achievement 1.1**: Quay\n\n```sh\nachievement 1.2\n').unread, []);
  });
});

describe('an achievement in another part of the plan', () => {
  const more = (heading: string) =>
    read(`**Achievement 1.1**: Quay\n\n${heading}\n\n**Achievement 2.1**: Ferry\n- **Dependencies**: 1.1\n`)
      .unread;

  it('is said where its heading does not name achievements', () => {
    for (const heading of ['## Stretch Goals', '# Part Two', '## Phase 2'])
      deepEqual(more(heading), [['section', '2.1', 5]], heading);
  });

  it('is no news where the part lists what is defined, or speaks of other times', () => {
    for (const heading of [
      '## Subplan Tracking',
      '## Achievement Addition Log',
      '## Current Status & Handoff',
      '## Future Work',
      '## Examples',
    ])
      deepEqual(more(heading), [], heading);
  });
});

describe('what is written like an achievement under another name', () => {
  it('is said, and its fields are not those of the one above', () => {
    for (const line of [
      '**Task 1.2**: Crane',
      '**Milestone 1.2:** Crane',
      '**Ach. 1.2**: Crane',
      '#### Step 1.2 Crane',
    ]) {
      const { needs, unread } = read(
        `**Achievement 1.1**: Quay\n\n- **Dependencies**: None\n\n${line}\n- **Dependencies**: 1.1\n`,
      );
      deepEqual([needs, unread], [{ '1.1': [] }, [['word', '1.2', 5]]], line);
    }
  });

  it('is a part of the achievement where the plan counts otherwise, or defines it', () => {
    const parts =
      '**Achievement 1.1**: Quay\n\n**Step 1.1.1**: Piles\n\n**Step 1**: Planks\n\n**Phase 1.2**: Paint\n';
    deepEqual(read(parts).unread, []);
    deepEqual(
      read('**Achievement 1.1**: Quay\n\n**Task 1.2**: see below\n\n**Achievement 1.2**: Crane\n').unread,
      [],
    );
  });
});

describe('a file PLAN_….md without a title', () => {
  for (const [what, body] of [
    ['nothing but definitions', '**Achievement 1.1**: Quay\n'],
    ['a table of achievements', '## Achievements\n\n| Id | Title |\n| --- | --- |\n| 1.1 | Quay |\n'],
    ['a list of achievements', '## Achievements\n\n- **Achievement 1.1**: Quay\n'],
    ['underlined headings', 'Harbour\n=======\n\nAchievement 1.1: Quay\n--------------------\n'],
  ]) {
    it(`is a plan that says why it has none: ${what}`, () => {
      const { isPlan, achievements, unreadDefinitions, passedOver } = readPlan(body ?? '');
      equal(isPlan, true);
      equal(achievements.length, 0);
      equal(unreadDefinitions.length > 0 || passedOver() !== undefined, true);
    });
  }

  it('is none where it speaks of something else', () => {
    equal(readPlan('## Notes\n\nOf the harbour.\n').isPlan, false);
    equal(readPlan('# Harbour report\n\n**Achievement 1.1**: Quay\n').isPlan, false);
  });
});

describe('remarks between an id and its colon', () => {
  for (const [line, title] of [
    ['**Achievement 1.1**[^1]: Quay', 'Quay'],
    ['**Achievement 1.1** 🔥: Quay', 'Quay'],
    ['**Achievement 1.1 **: Quay', 'Quay'],
    ['**Achievement 1.1 (optional)**: Quay', 'Quay'],
    ['**Achievement 1.1 [P1]: Quay**', 'Quay'],
    ['**Achievement No. 1.1**: Quay', 'Quay'],
    ['**Achievement Nr 1.1**: Quay', 'Quay'],
    ['**Achievement 1.1**) Quay', 'Quay'],
    ['**Achievement 1.1.**: Quay', 'Quay'],
    ['### Achievement 1.1 🏅: Quay', 'Quay'],
  ]) {
    it(`define it all the same: ${line}`, () => {
      const [first] = readPlan(`${HEAD}${line}\n`).achievements;
      deepEqual([first?.id, first?.title], ['1.1', title]);
    });
  }

  it('do not make an id of what is none', () => {
    deepEqual(read('**Achievement 1️⃣.4**: Keys\n').unread, [['id', '1️⃣.4', 1]]);
    deepEqual(read('**Achievement 2.1-b**: Half\n').unread, [['id', '2.1-b', 1]]);
    deepEqual(read('## Achievements (3 of 5)\n').unread, []);
  });
});

it('The id of what is meant as a definition is not replaced by another', () => {
  const plan = `${HEAD}**Achievement 2.5**: Quay\n\n**Achievement 2.1-b**: Half\n\nSee Achievement 2.6.\n`;
  const edited = findings({ plan }, 'unknown-reference').flatMap(({ fixes }) =>
    fixes.flatMap((fix) => fix.edits(plan).map(({ span }) => plan.slice(span.start, span.end))),
  );
  deepEqual(edited, ['2.6']);
});
