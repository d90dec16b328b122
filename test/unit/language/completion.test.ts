import assert from 'node:assert/strict';
import { type Completed, completeIn } from './completing';
import { parallelPath, parallelText, planPath } from './workspace';

const plan = `# PLAN: X

## Desirable Achievements

**Achievement 1.1**: Lay the base

**Achievement 1.2**: Build

- **Dependencies**: 1.1
- **Effort**: 2 hours

**Achievement 1.3**: Check

- **Dependencies**: 1.2

**Achievement 1.4**: Ship
`;
const parallel = parallelText({ '1.1': [], '1.2': ['1.1'], '1.3': ['1.2'], '1.4': [] });

const complete = (path: string, from: string, to: string): Promise<Completed> => {
  const original = path === planPath ? plan : parallel;
  assert.ok(original.includes(from), `${from} is not in ${path}`);
  const files = path === planPath ? {} : { [planPath]: plan };
  return completeIn(files, path, original.replace(from, to), { completesJson: true });
};

const listed = ({ labels }: Completed): readonly string[] => labels;

const emptyList = '"achievement_id": "1.1",\n      "dependencies": []';
const inEmptyList = (text: string): string => emptyList.replace('[]', text);

describe('completion in parallel.json', () => {
  it('offers every other id with its title, those that close a cycle last', async () => {
    const completed = await complete(parallelPath, emptyList, inEmptyList('[|]'));
    assert.deepEqual(listed(completed), ['1.4', '1.2!', '1.3!']);
    assert.equal(completed.items.find(({ label }) => label === '1.4')?.detail, 'Ship');
    assert.equal(completed.taken('1.4'), parallel.replace(emptyList, inEmptyList('["1.4"]')));
  });

  it('offers no id that the list has already', async () => {
    const completed = await complete(parallelPath, '      "1.2"', '      "1.2", |');
    assert.deepEqual(listed(completed), ['1.1', '1.4']);
  });

  it('replaces the whole string the caret is in', async () => {
    const completed = await complete(parallelPath, '      "1.2"', '      "1|.2"');
    assert.deepEqual(listed(completed), ['1.1', '1.2', '1.4']);
    assert.equal(completed.taken('1.4'), parallel.replace('      "1.2"', '      "1.4"'));
    assert.ok(completed.items.every(({ filterText }) => filterText?.startsWith('"1.')));
  });

  it('completes a string that is not closed without eating what follows', async () => {
    const completed = await complete(parallelPath, emptyList, inEmptyList('["1.|]'));
    assert.equal(completed.taken('1.4'), parallel.replace(emptyList, inEmptyList('["1.4"]')));
  });

  it('turns the direction around for blocks', async () => {
    const withBlocks = emptyList.replace('"dependencies"', '"blocks": [|],\n      "dependencies"');
    assert.deepEqual(listed(await complete(parallelPath, emptyList, withBlocks)), ['1.2', '1.3', '1.4']);
    const ofLast = '"achievement_id": "1.3",';
    const completed = await complete(parallelPath, ofLast, `${ofLast}\n      "blocks": ["|"],`);
    assert.deepEqual(listed(completed), ['1.4', '1.1!', '1.2!']);
  });

  it('offers nothing elsewhere', async () => {
    assert.deepEqual(listed(await complete(parallelPath, '"level_2"', '"|level_2"')), []);
    assert.deepEqual(listed(await complete(parallelPath, '"not_started"', '"not|_started"')), []);
    assert.deepEqual(listed(await complete(parallelPath, '"dependencies"', '"depend|encies"')), []);
    assert.deepEqual(listed(await complete(parallelPath, '"dependencies": []', '"dependencies" | []')), []);
  });
});

describe('completion in a PLAN', () => {
  it('offers ids in a Dependencies field', async () => {
    const completed = await complete(planPath, '- **Dependencies**: 1.1', '- **Dependencies**: 1.1, |');
    assert.deepEqual(listed(completed), ['1.4', '1.3!']);
    assert.equal(completed.taken('1.4'), plan.replace('Dependencies**: 1.1', 'Dependencies**: 1.1, 1.4'));
  });

  it('offers ids in a field without a value', async () => {
    const completed = await complete(planPath, '- **Dependencies**: 1.1', '- **Dependencies**: |');
    assert.deepEqual(listed(completed), ['1.1', '1.4', '1.3!']);
  });

  it('replaces the id the caret is in', async () => {
    const completed = await complete(planPath, '- **Dependencies**: 1.2', '- **Dependencies**: 1.|2');
    assert.equal(completed.taken('1.4'), plan.replace('Dependencies**: 1.2', 'Dependencies**: 1.4'));
  });

  it('offers ids in a Blocks field', async () => {
    const completed = await complete(planPath, '- **Effort**: 2 hours', '- **Blocks**: |');
    assert.deepEqual(listed(completed), ['1.3', '1.4', '1.1!']);
  });

  it('offers nothing elsewhere', async () => {
    assert.deepEqual(listed(await complete(planPath, '2 hours', '|2 hours')), []);
    assert.deepEqual(listed(await complete(planPath, '# PLAN', '|# PLAN')), []);
    assert.deepEqual(listed(await complete(planPath, 'Lay the', 'Lay | the')), []);
    assert.deepEqual(listed(await complete(planPath, '1.4**: Ship', '1.4**: |Ship')), []);
    assert.deepEqual(
      listed(await complete(planPath, '- **Dependencies**: 1.1', '- **Depend|encies**: 1.1')),
      [],
    );
  });
});
