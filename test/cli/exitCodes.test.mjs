import assert from 'node:assert/strict';
import { join } from 'node:path';
import { takingPlans } from '../package/commandLineHelp.mjs';
import { folderWith, removeFolders, run } from './support.mjs';

const PLAN = `# PLAN: Shop

## Desirable Achievements

**Achievement 1.1**: Basket

- **Effort**: 2 hours
- **Dependencies**: None

**Achievement 1.2**: Till

- **Effort**: 3 hours
- **Dependencies**: 1.1
`;
const SHOP = 'plans/SHOP/PLAN_SHOP.md';
/** 1.2 depends on something that does not exist: an error. */
const BROKEN = PLAN.replace('1.1\n', '1.1\n').replace(/: 1\.1\n$/, ': 7.7\n');

/** Every command with what it needs besides a plan. */
const LOOKING = [
  ['status'],
  ['next'],
  ['check'],
  ['levels'],
  ['tiers'],
  ['dashboard'],
  ['explain', '1.2'],
  ['graph'],
  ['schedule'],
];
const MAKING = [
  ['create', 'subplans', '--yes'],
  ['create', 'subplans', '--dry-run'],
  ['prompt', 'next'],
  ['parallel', 'generate'],
];
/** Of these nothing can be shown or made where there is no plan; lists are empty then. */
const NEED_A_PLAN = [['explain', '1.2'], ['graph'], ['schedule'], ...MAKING, ['undo', '--yes']];
/** They need a repository: test/run has their exit codes. */
const RUNNING = ['run', 'runs', 'land', 'export', 'import', 'run-item'];
/** Its exit code is about a score: compliance.test.mjs has it. */
const SCORING = ['compliance'];
const LISTS = [['status'], ['next'], ['check'], ['levels'], ['tiers'], ['dashboard']];

describe('exit codes', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  const codeOf = async (root, args) => [args.join(' '), (await run([...args, root])).code];
  const codes = (root, commands) => Promise.all(commands.map((args) => codeOf(root, args)));
  const all = (commands, code) => commands.map((args) => [args.join(' '), code]);

  it('are those of every command that takes plans', () => {
    const tested = [...LOOKING, ...MAKING].map(([name]) => name);
    assert.deepEqual(new Set(takingPlans()), new Set([...tested, 'undo', ...SCORING, ...RUNNING]));
  });

  it('are 0 when everything is fine, whatever the command', async function () {
    const root = await folderWith(this, { [SHOP]: PLAN });
    assert.deepEqual(await codes(root, LOOKING), all(LOOKING, 0));
    for (const args of [...MAKING, ['undo', '--yes']])
      assert.deepEqual(await codeOf(root, args), [args.join(' '), 0]);
    const empty = await folderWith(this, {});
    assert.deepEqual(await codes(empty, LISTS), all(LISTS, 0));
  });

  it('are 1 for errors that were found, with every command that looks', async function () {
    const root = await folderWith(this, { [SHOP]: BROKEN });
    assert.deepEqual(await codes(root, LOOKING), all(LOOKING, 1));
    assert.deepEqual(await codes(root, MAKING), all(MAKING, 0));
    const hidden = [
      ['check', '--rule', 'size-limit'],
      ['check', '--severity', 'error'],
    ];
    assert.deepEqual(await codes(root, hidden), [
      ['check --rule size-limit', 0],
      ['check --severity error', 1],
    ]);
  });

  it('are 1 when nothing could be done', async function () {
    const root = await folderWith(this, {});
    assert.deepEqual(await codes(root, NEED_A_PLAN), all(NEED_A_PLAN, 1));
  });

  it('are 2 for wrong usage of every command, before anything is read or made', async function () {
    const root = await folderWith(this, { [SHOP]: PLAN });
    const wrong = [...LOOKING, ...MAKING, ['undo', '--yes']].map((args) => [...args, '--nonsense']);
    assert.deepEqual(await codes(root, wrong), all(wrong, 2));
    const gone = [...LOOKING, ...MAKING, ['undo', '--yes']];
    assert.deepEqual(await codes(join(root, 'gone'), gone), all(gone, 2));
    const others = [
      ['explain', '5.3.5'],
      ['check', '--rule', 'size-limmit'],
      ['check', '--severity', 'fatal'],
      ['create', 'subplans', '--achievements', '9.9', '--yes'],
      ['graph', '--output', 'x.pdf'],
    ];
    assert.deepEqual(await codes(root, others), all(others, 2));
  });
});

describe('what is asked for', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  it('of a rule or severity that does not exist is answered with the closest', async function () {
    const root = await folderWith(this, { [SHOP]: PLAN });
    const { err } = await run(['check', '--rule', 'size-limmit', root]);
    assert.equal(err, 'error: There is no rule size-limmit. Did you mean size-limit?\n');
    const { err: unknown } = await run(['explain', '1.22', root]);
    assert.equal(unknown, 'error: No plan here has an achievement 1.22. Did you mean 1.2?\n');
  });

  it('is all that check shows, in every format, with a count of the rest', async function () {
    const root = await folderWith(this, {
      [SHOP]: BROKEN.replace('2 hours', '2 sprints').replace('3 hours', 'TBD'),
    });
    const { out } = await run(['check', root]);
    assert.match(
      out,
      /\n\n {2}1 error {3}unknown-dependency\n {2}1 warning unreadable-hours\n {2}1 info {4}estimate-without-hours\n1 error, 1 warning, 1 note in 1 plan\.\n$/,
    );
    const one = await run(['check', '--rule', 'unreadable-hours,size-limit', root]);
    assert.match(
      one.out,
      /^\S+:7:15 warning .*\(unreadable-hours\)\n1 warning in 1 plan; 2 more are not shown\.\n$/,
    );
    const none = await run(['check', '--rule', 'size-limit', root]);
    assert.equal(none.out, 'No matching problems in 1 plan; 3 more are not shown.\n');
    const json = JSON.parse((await run(['check', '--severity', 'warning', '--format', 'json', root])).out);
    assert.deepEqual(
      json.findings.map(({ code }) => code),
      ['unreadable-hours', 'unknown-dependency'],
    );
  });

  it('leaves hints of style out of the text, and says how many there are', async function () {
    const long = `${PLAN}\n## Notes\n${'\nA line of notes.'.repeat(1_000)}\n`;
    const root = await folderWith(this, { [SHOP]: long });
    const brief = await run(['check', root]);
    assert.equal(brief.out, 'No problems in 1 plan; 1 hint is not shown (--severity hint).\n');
    const whole = await run(['check', '--severity', 'hint', root]);
    assert.match(whole.out, /^\S+ hint This plan has 10\d\d lines .*\(size-limit\)\n1 hint in 1 plan\.\n$/);
    const { findings } = JSON.parse((await run(['check', '--format', 'json', root])).out);
    assert.deepEqual(
      findings.map(({ code, severity }) => [code, severity]),
      [['size-limit', 'info']],
    );
  });

  it('can be a PRP with or without its prefix, and a batch by the path that is printed', async function () {
    const prp = '---\nprp_id: PRP-5.3.1\nfeature_name: Pay\n---\n\n# Pay\n';
    const root = await folderWith(this, { 'PRPs/PRP-5.3.1-pay.md': prp });
    for (const id of ['5.3.1', 'PRP-5.3.1', 'prp-5.3.1'])
      assert.match((await run(['explain', id, root])).out, /^PRP-5 PRP-5\.3\.1 Pay/);
    const [, path] = /\((.*)\)/.exec((await run(['status', '.'], { cwd: join(root, 'PRPs') })).out);
    for (const given of [path, '../PRPs#PRP-5'])
      assert.match((await run(['status', given], { cwd: join(root, 'PRPs') })).out, /^PRP-5: 0\/1 complete/);
    assert.equal(
      (await run(['status', join(root, 'PRPs#PRP-6')])).err,
      'error: There is no batch PRPs#PRP-6.\n',
    );
  });
});
