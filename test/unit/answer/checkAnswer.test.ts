import assert from 'node:assert/strict';
import { parse } from 'jsonc-parser';
import type { CheckedAnswer } from '../../../src/engine/answer/checkAnswer';
import { engineOver, planOf } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';

const PLAN = '/w/X/PLAN_X.md';
const FILE = '/w/X/parallel.json';

const entry = (achievement_id: string, dependencies: readonly string[], rest: object = {}) => ({
  achievement_id,
  title: `Title of ${achievement_id}`,
  dependencies,
  ...rest,
});

const json = (achievements: readonly object[], rest: object = {}): string =>
  JSON.stringify({ plan_name: 'X', parallelization_level: 'level_3', achievements, ...rest }, undefined, 2);

const ALL = [entry('1.1', []), entry('1.2', ['1.1']), entry('2.1', ['1.1'])];

const answered = async (answer: string, present?: string) => {
  const { engine } = await engineOver({
    [PLAN]: planOf('X', ['1.1', '1.2', '2.1']),
    ...(present === undefined ? {} : { [FILE]: present }),
  });
  const checked = await engine.checkAnswer(uriOf(PLAN), answer);
  engine.dispose();
  return checked;
};

const valid = async (answer: string, present?: string): Promise<CheckedAnswer & { isValid: true }> => {
  const checked = await answered(answer, present);
  assert.ok(checked.ok, checked.ok ? '' : checked.error.message);
  assert.ok(checked.value.isValid, JSON.stringify(checked.value));
  return checked.value;
};

/** Each problem as `line: marked text: message`. */
const problems = async (answer: string, present?: string): Promise<readonly string[]> => {
  const checked = await answered(answer, present);
  assert.ok(checked.ok && !checked.value.isValid);
  const { text, lines, problems: found } = checked.value;
  return found.map(
    ({ span, message }) =>
      `${lines.lineAt(span.start) + 1}: ${text.slice(span.start, span.end).slice(0, 30)}: ${message}`,
  );
};

describe("a model's answer", () => {
  for (const [what, answer] of [
    ['alone', json(ALL)],
    ['in a fenced block among prose', `Here it is:\n\n\`\`\`json\n${json(ALL)}\n\`\`\`\n\nGood luck {all}!`],
    ['in the last of several blocks', `\`\`\`json\n{ "x": 1 }\n\`\`\`\nBetter:\n~~~\n${json(ALL)}\n~~~\n`],
    ['among prose without a block', `I found this: ${json(ALL)} Anything else?`],
    ['with Windows line ends', `\`\`\`json\r\n${json(ALL).replaceAll('\n', '\r\n')}\r\n\`\`\``],
  ] as const) {
    it(`becomes a new file: ${what}`, async () => {
      const { after, before, uri, warnings } = await valid(answer);
      assert.deepEqual([before, uri, warnings], [undefined, uriOf(FILE), []]);
      assert.deepEqual(JSON.parse(after), JSON.parse(json(ALL)));
      assert.match(after, /\n {2}"plan_name": "X",/);
    });
  }

  it('is refused with every place where it is wrong', async () => {
    assert.deepEqual(
      await problems(
        json([entry('1.1', ['2.1']), entry('1.2', ['7.7']), entry('2.1', ['1.1']), entry('3.1', [])]),
      ),
      [
        '9: "2.1": Dependency cycle: 1.1 → 2.1 → 1.1',
        '16: "7.7": There is no achievement 7.7 for 1.2 to depend on.',
        '27: "3.1": The PLAN defines no achievement 3.1.',
      ],
    );
  });

  it('is refused when it is cut off, for another plan, or of another shape', async () => {
    assert.match((await problems(json(ALL).slice(0, 90))).join(), /Expected|missing|end/i);
    assert.match(
      (await problems(json(ALL, { plan_name: 'Y' }))).join(),
      /^2: "Y": This is for the plan Y, not for X\.$/,
    );
    assert.match((await problems('{ "achievements": "none" }')).join(), /achievements/);
    assert.match((await problems(json([{ ...ALL[0], dependencies: [1] }]))).join(), /must be text in quotes/);
  });

  it('needs JSON, a file that can be read, and a plan', async () => {
    const message = async (answer: string, present?: string) => {
      const checked = await answered(answer, present);
      return checked.ok ? 'fine' : checked.error.message;
    };
    assert.equal(await message('I cannot do that.'), 'There is no JSON in this answer.');
    assert.match(await message(json(ALL), '{ "achievements": ['), /Fix it first/);
    const { engine } = await engineOver({});
    assert.equal((await engine.checkAnswer(uriOf(PLAN), json(ALL))).ok, false);
    engine.dispose();
  });

  it('goes where a proposal would go when another plan of the folder has parallel.json', async () => {
    const { engine } = await engineOver({
      [PLAN]: planOf('X', ['1.1', '1.2', '2.1']),
      '/w/X/PLAN_OTHER.md': planOf('OTHER', ['1.1']),
      [FILE]: JSON.stringify({ plan_name: 'OTHER', achievements: [] }),
    });
    const plan = uriOf(PLAN);
    const [answered, proposed, prompt] = [
      await engine.checkAnswer(plan, json(ALL)),
      await engine.prepareParallel({ plan, byPriority: false }),
      await engine.preparePrompt({ plan, kind: 'discovery', maxTokens: 4000, base: uriOf('w') }),
    ];
    assert.ok(answered.ok && answered.value.isValid && proposed.ok && prompt.ok);
    assert.match(answered.value.uri, /\/PARALLEL-EXECUTION-ANALYSIS\.json$/);
    assert.equal(answered.value.before, undefined);
    assert.equal(answered.value.uri, proposed.value.uri);
    assert.match(prompt.value.text, /The answer becomes `[^`]*PARALLEL-EXECUTION-ANALYSIS\.json`/);
    engine.dispose();
  });

  it('that forgets achievements is valid, with a warning', async () => {
    const { warnings } = await valid(json(ALL.slice(0, 2)));
    assert.equal(warnings.length, 1);
    assert.match(warnings[0]?.message ?? '', /2\.1/);
  });
});

const PRESENT = `{
  // mine
  "plan_name": "X",
  "owner": "ada", // stays
  "notes": "by hand",
  "achievements": [
    { "achievement_id": "1.1", "title": "Title of 1.1", "dependencies": [], "blocks": ["1.2"], "team": "red" },
    /* the second */
    { "achievement_id": "1.2", "title": "Title of 1.2", "dependencies": [], "estimated_hours": 5 },
    { "achievement_id": "2.1", "title": "Title of 2.1", "dependencies": ["1.2"] }
  ],
  "cross_priority_dependencies": [{ "from_achievement": "2.1", "to_achievement": "1.1" }]
}
`;

describe('merging an answer into a parallel.json', () => {
  it('changes nothing that it does not contradict', async () => {
    const same = json([entry('1.1', []), entry('1.2', ['1.1']), entry('2.1', ['1.1', '1.2'])], {
      parallelization_level: undefined,
    });
    const { after, before } = await valid(same, PRESENT);
    assert.equal(after, before);
  });

  it('takes its dependencies, wherever the file states others, and keeps all else', async () => {
    const answer = json([entry('1.1', []), entry('1.2', []), entry('2.1', ['1.1'], { estimated_hours: 2 })], {
      notes: ['by the model'],
    });
    const { after } = await valid(answer, PRESENT);
    assert.equal(
      after,
      PRESENT.replace('"blocks": ["1.2"]', '"blocks": []')
        .replace('"dependencies": ["1.2"] }', '"dependencies": [], "estimated_hours": 2 }')
        .replace(
          '"to_achievement": "1.1" }]\n',
          '"to_achievement": "1.1" }],\n  "parallelization_level": "level_3"\n',
        ),
    );
  });

  it('adds achievements and parts, in either form', async () => {
    const levels = `{ "plan": "X", "levels": [\r\n  { "level": 1, "achievements": [\r\n    { "id": "1.1", "dependencies": [] }\r\n  ] } ] }\r\n`;
    const parts = [{ execution_id: '1.1.1', title: 'A part', dependencies: [] }];
    const { after } = await valid(
      json([entry('1.1', [], { sub_executions: parts }), ALL[1] ?? {}, ALL[2] ?? {}]),
      levels,
    );
    const merged = parse(after);
    assert.deepEqual(
      merged.levels[0].achievements.map((each: { id: string; dependencies: string[] }) => [
        each.id,
        each.dependencies,
      ]),
      [
        ['1.1', []],
        ['1.2', ['1.1']],
        ['2.1', ['1.1']],
      ],
    );
    assert.deepEqual(merged.levels[0].achievements[0].sub_executions, parts);
    assert.deepEqual([merged.parallelization_level, merged.achievements], ['level_3', undefined]);
    assert.doesNotMatch(after, /[^\r]\n/);
  });

  it('is the same again', async () => {
    const { after } = await valid(json(ALL), PRESENT);
    assert.equal((await valid(json(ALL), after)).after, after);
  });

  it('takes 2,000 achievements in one go', async () => {
    const ids = Array.from({ length: 2_000 }, (_, at) => `${at + 1}.1`);
    const chain = (step: number) =>
      json(ids.map((id, at) => entry(id, at < step ? [] : [ids[at - step] ?? ''])));
    const { engine } = await engineOver({ [PLAN]: planOf('X', ids), [FILE]: chain(1) });
    const checked = await engine.checkAnswer(uriOf(PLAN), chain(2));
    engine.dispose();
    assert.ok(checked.ok && checked.value.isValid);
    assert.deepEqual(JSON.parse(checked.value.after), JSON.parse(chain(2)));
  });
});
