import { equal } from 'node:assert/strict';
import { type Asked, askedAddition, askedChange, askedEdges } from '../../../../src/engine/edit/guard/asked';
import { guarded } from '../../../../src/engine/edit/guard/guard';

/** What the guard says to the edit that makes `after` of `before`; undefined where it lets it pass. */
const said = (before: string, after: string, asked: Asked): string | undefined => {
  const result = guarded(before, asked, [{ span: { start: 0, end: before.length }, newText: after }]);
  return result.ok ? undefined : result.error.reason;
};

const edge = (dependent: string, dependency: string) => ({ dependent, dependency });

const PLAN = [
  '# PLAN: Fair',
  '',
  '## Desirable Achievements',
  '',
  '**Achievement 1.1**: Tent',
  '',
  '- **Dependencies**: None',
  '',
  '**Achievement 1.2**: Stage',
  '',
  '- **Dependencies**: 1.1 (the tent), 1.2',
  '- **Effort**: 2 hours',
  '',
  'The mayor wants both.',
  '',
].join('\n');

describe('the guard over a PLAN', () => {
  const removal = askedEdges('plan', [edge('1.2', '1.2')]);

  it('lets pass what does what was asked', () => {
    equal(said(PLAN, PLAN.replace(', 1.2', ''), removal), undefined);
    equal(said(PLAN, PLAN.replace('None', '1.2'), askedEdges('plan', [], [edge('1.1', '1.2')])), undefined);
    equal(said(PLAN, PLAN.replace('Stage', 'Scene'), askedChange('plan', ['1.2'], 'definition')), undefined);
    equal(said(PLAN, `${PLAN}\n## Notes\n\nNone.\n`, askedAddition('plan', [], 'section')), undefined);
  });

  it('names the line that would be lost or changed', () => {
    const changed = PLAN.replace(', 1.2', '');
    equal(
      said(PLAN, changed.replace('The mayor wants both.\n', ''), removal),
      'it would also change line 14: “The mayor wants both.”',
    );
    equal(
      said(PLAN, changed.replace('2 hours', '3 hours'), removal),
      'it would also change line 12: “- **Effort**: 2 hours”',
    );
  });

  it('names what would be lost of a line that may change', () => {
    const none = PLAN.replace('1.1 (the tent), 1.2', 'None');
    equal(said(PLAN, none, removal), 'it would also remove “1.1” from line 11');
    const named = PLAN.replace('None', 'External approval');
    equal(
      said(named, named.replace('External approval', '1.2'), askedEdges('plan', [], [edge('1.1', '1.2')])),
      'it would also remove “External” from line 7',
    );
  });

  it('wants done what was asked, and nothing else said', () => {
    equal(said(PLAN, `${PLAN}More.\n`, removal), 'that 1.2 depends on 1.2 would still be stated');
    equal(
      said(PLAN, `${PLAN}More.\n`, askedEdges('plan', [], [edge('1.1', '1.2')])),
      'that 1.1 depends on 1.2 would not be read',
    );
    equal(said(PLAN, PLAN.replace(', 1.2', ', 1.3'), removal), 'that 1.2 depends on 1.3 would be stated too');
    equal(
      said(PLAN, `${PLAN.replace(', 1.2', '')}\n**Achievement 1.9**: Lamps\n`, removal),
      'it would also add the definition of 1.9',
    );
  });

  it('lets a list say what it said already and was not read', () => {
    const before = PLAN.replace('1.1 (the tent), 1.2', '**1.2**, 1.1');
    equal(said(before, before.replace('**1.2**, 1.1', '1.1'), removal), undefined);
    equal(
      said(before, before.replace('**1.2**, 1.1', 'None'), removal),
      'it would also remove “1.1” from line 11',
    );
  });

  it('lets lines move no more than vanish', () => {
    const moved = PLAN.replace('The mayor wants both.\n', '').replace(
      '# PLAN: Fair',
      'The mayor wants both.\n# PLAN: Fair',
    );
    equal(
      said(PLAN, moved.replace(', 1.2', ''), removal),
      'it would also change line 14: “The mayor wants both.”',
    );
  });

  it('lets a rename change the id alone', () => {
    const rename: Asked = { kind: 'rename', document: 'plan', from: '1.1', to: '3.4', all: ['1.1', '1.2'] };
    const renamed = PLAN.replaceAll('1.1', '3.4');
    equal(said(PLAN, renamed, rename), undefined);
    equal(
      said(PLAN, renamed.replace('both', 'one'), rename),
      'it would also change line 14: “The mayor wants both.”',
    );
    equal(said(PLAN, renamed.replace('Achievement 3.4', 'Achievement 1.1'), rename), undefined);
  });
});

const JSON_TEXT = `{
  "plan_name": "FAIR", // ours
  "achievements": [
    { "achievement_id": "1.1", "dependencies": [], "mine": [1, 2] },
    { "achievement_id": "1.2", "dependencies": [
        "1.1", // the tent
        "1.2"
    ] }
  ]
}
`;

describe('the guard over a parallel.json', () => {
  const removal = askedEdges('parallel', [edge('1.2', '1.2')]);
  const removed = JSON_TEXT.replace('"1.1", // the tent\n        "1.2"', '"1.1" // the tent');

  it('lets layout change, and nothing else', () => {
    equal(said(JSON_TEXT, removed, removal), undefined);
    equal(
      said(JSON_TEXT, removed.replace(' // ours', ''), removal),
      'it would also remove “// ours” from line 2',
    );
    equal(
      said(JSON_TEXT, removed.replace('[1, 2]', '[2, 1]'), removal),
      'it would also remove “2” from line 4',
    );
    equal(
      said(JSON_TEXT, removed.replace('"1.1" // the tent', '// the tent'), removal),
      'it would also remove “"1.1"” from line 6',
    );
  });

  it('keeps it readable', () => {
    equal(said(JSON_TEXT, removed.slice(0, -2), removal), 'the document could no longer be read');
  });

  it('lets sorting lose nothing', () => {
    const order: Asked = { kind: 'order', document: 'parallel' };
    const lines = JSON_TEXT.split('\n');
    const first = lines.slice(3, 4).join('\n');
    const second = lines.slice(4, 8).join('\n');
    const sorted = JSON_TEXT.replace(`${first}\n${second}`, `${second},\n${first.replace(/,$/, '')}`);
    equal(said(JSON_TEXT, sorted, order), undefined);
    equal(
      said(JSON_TEXT, sorted.replace(' // the tent', ''), order),
      'it would also remove “// the tent” from line 6',
    );
    equal(
      said(
        JSON_TEXT,
        sorted
          .replace('"1.1", // the tent', '// the tent')
          .replace('"dependencies": []', '"dependencies": ["1.1"]'),
        order,
      ),
      'it would also change a dependency of 1.2',
    );
  });

  it('lets a fix of the syntax only add', () => {
    const syntax: Asked = { kind: 'syntax', document: 'parallel' };
    const broken = JSON_TEXT.replace('"FAIR",', '"FAIR"');
    equal(said(broken, JSON_TEXT, syntax), undefined);
    equal(
      said(broken, broken.replace('// ours', ',// our'), syntax),
      'it would also remove “// ours” from line 2',
    );
    equal(said(broken, `${broken} `, syntax), 'it would fix nothing');
  });
});

describe('the guard over the header of a SUBPLAN', () => {
  const text =
    '# SUBPLAN: Stage\n\n**Achievement**: 1.1\n**Status**: Not Started\n\n## Objective\n\nTwo stages.\n';

  it('lets its id change and nothing else', () => {
    const asked = askedChange('work', ['1.1', '1.2'], 'header');
    equal(said(text, text.replace('1.1', '1.2'), asked), undefined);
    equal(
      said(text, text.replace('1.1', '1.2').replace('Not Started', 'Done'), asked),
      'it would also change line 4: “**Status**: Not Started”',
    );
    equal(said(text, text.replace('1.1', '1.3'), asked), 'it would also add the header of 1.3');
  });
});
