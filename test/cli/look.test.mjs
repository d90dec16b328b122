import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CLI,
  folderWith,
  parallelText,
  planText,
  removeFolders,
  run,
  runJson,
  withoutPrivileges,
} from './support.mjs';

/** 1.1 is approved, 1.2 has a SUBPLAN, 2.1 waits for it. */
const ALPHA = {
  'plans/ALPHA/PLAN_ALPHA.md': planText({
    1.1: 'Read',
    1.2: ['Write', '- **Effort**: 2-3 hours'],
    2.1: 'Ship',
  }),
  'plans/ALPHA/parallel.json': parallelText('ALPHA', { 1.1: [], 1.2: ['1.1'], 2.1: ['1.2'] }),
  'plans/ALPHA/subplans/SUBPLAN_ALPHA_12.md': '# SUBPLAN: Write\n\n**Achievement**: 1.2\n',
  'plans/ALPHA/execution/feedbacks/APPROVED_11.md': '# APPROVED\n\n**Achievement**: 1.1\n',
};

describe('command line: looking', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  it('prints the status of every plan as JSON, to the letter of the contract', async function () {
    const root = await folderWith(this, ALPHA);
    const { code, json, err } = await runJson(['status', root]);
    assert.equal(err, '');
    assert.equal(code, 0);
    const [none, hours] = [
      { min: 0, max: 0 },
      { min: 2, max: 3 },
    ];
    const lackingCount = (open, all) => ({ withoutEstimate: { open, all } });
    const left = {
      done: none,
      open: hours,
      all: hours,
      parallel: { open: hours, all: hours },
      savedPercent: 0,
      actual: null,
    };
    const lacking = (open) => ({
      ...left,
      open: none,
      all: none,
      parallel: { open: none, all: none },
      savedPercent: null,
      ...lackingCount(open, 1),
    });
    assert.deepEqual(json, {
      plans: [
        {
          name: 'ALPHA',
          kind: 'plan',
          path: 'plans/ALPHA/PLAN_ALPHA.md',
          state: 'active',
          stateEvidence: [{ source: 'files', says: 'active', path: 'plans/ALPHA', line: null }],
          priority: null,
          tier: 0,
          parents: [],
          links: [],
          waitsFor: [],
          dependencyCoverage: { stated: 3, of: 3 },
          legacyClaim: null,
          dependencySource: 'parallel.json',
          achievements: [
            {
              id: '1.1',
              title: 'Read',
              line: 11,
              priority: '1',
              level: 0,
              dependencies: [],
              status: 'complete',
              evidence: ['plans/ALPHA/execution/feedbacks/APPROVED_11.md'],
              subplan: null,
              executions: [],
              attempts: [],
              approved: 'plans/ALPHA/execution/feedbacks/APPROVED_11.md',
              fix: null,
              estimatedHours: null,
              actualHours: null,
              actualSaidIn: [],
              ready: false,
              readiness: 'over',
              unread: [],
              notes: [],
              blockedBy: [],
            },
            {
              id: '1.2',
              title: 'Write',
              line: 15,
              priority: '1',
              level: 1,
              dependencies: ['1.1'],
              status: 'subplan_created',
              evidence: ['plans/ALPHA/subplans/SUBPLAN_ALPHA_12.md'],
              subplan: 'plans/ALPHA/subplans/SUBPLAN_ALPHA_12.md',
              executions: [],
              attempts: [],
              approved: null,
              fix: null,
              estimatedHours: { min: 2, max: 3 },
              actualHours: null,
              actualSaidIn: [],
              ready: true,
              readiness: 'ready',
              unread: [],
              notes: [],
              blockedBy: [],
            },
            {
              id: '2.1',
              title: 'Ship',
              line: 20,
              priority: '1',
              level: 2,
              dependencies: ['1.2'],
              status: 'not_started',
              evidence: [],
              subplan: null,
              executions: [],
              attempts: [],
              approved: null,
              fix: null,
              estimatedHours: null,
              actualHours: null,
              actualSaidIn: [],
              ready: false,
              readiness: 'blocked',
              unread: [],
              notes: [],
              blockedBy: ['1.2'],
            },
          ],
          levels: [
            { level: 0, achievements: ['1.1'], complete: 1, time: lacking(0) },
            { level: 1, achievements: ['1.2'], complete: 0, time: { ...left, ...lackingCount(0, 0) } },
            { level: 2, achievements: ['2.1'], complete: 0, time: lacking(1) },
          ],
          priorities: [
            {
              priority: '1',
              achievements: ['1.1', '1.2', '2.1'],
              complete: 1,
              time: { ...left, ...lackingCount(1, 2) },
            },
          ],
          cycles: [],
          progress: { complete: 1, total: 3 },
          archive: { declared: null, line: null, problem: null, destination: 'documentation/archive/alpha' },
          archivedWork: { subplans: 0, executions: 0, achievements: [] },
          time: { ...left, ...lackingCount(1, 2) },
          run: null,
        },
      ],
      findings: json.findings,
    });
    assert.deepEqual(
      json.findings.filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  it('prints the same for the plan file, its folder and the workspace, but for the paths', async function () {
    const root = await folderWith(this, ALPHA);
    const ids = async (path) => {
      const { json } = await runJson(['status', path]);
      return json.plans.map(({ path: shown, achievements }) => [
        shown,
        achievements.map(({ status }) => status),
      ]);
    };
    const statuses = ['complete', 'subplan_created', 'not_started'];
    assert.deepEqual(await ids(root), [['plans/ALPHA/PLAN_ALPHA.md', statuses]]);
    assert.deepEqual(await ids(join(root, 'plans/ALPHA')), [['PLAN_ALPHA.md', statuses]]);
    assert.deepEqual(await ids(join(root, 'plans/ALPHA/PLAN_ALPHA.md')), [['PLAN_ALPHA.md', statuses]]);
    assert.deepEqual(await ids(join(root, 'plans/ALPHA/parallel.json')), [['PLAN_ALPHA.md', statuses]]);
  });

  it('finds archived work of the plan it was asked about, and tells attempts apart', async function () {
    const root = await folderWith(this, {
      'repository/.git/config': '',
      'repository/plans/paused/FARM/PLAN_FARM.md': `**Archive Location**: \`documentation/archive/farm/\`\n\n${planText({ 1.1: 'Only' })}`,
      'repository/documentation/archive/farm/subplans/SUBPLAN_FARM_11.md': '# SUBPLAN\n',
      'repository/documentation/archive/farm/execution/EXECUTION_TASK_FARM_11_01.md': '- [x] done\n',
      'repository/documentation/archive/farm/execution/EXECUTION_TASK_FARM_11_01_V2.md': '# EXECUTION_TASK\n',
    });
    const plan = join(root, 'repository/plans/paused/FARM');
    const archive = '../../../documentation/archive/farm';
    for (const path of [plan, join(plan, 'PLAN_FARM.md')]) {
      const { json } = await runJson(['status', path]);
      const [{ archive: said, archivedWork, achievements }] = json.plans;
      assert.deepEqual(said, {
        declared: 'documentation/archive/farm',
        line: 1,
        problem: null,
        destination: archive,
      });
      assert.deepEqual(archivedWork, { subplans: 1, executions: 2, achievements: ['1.1'] });
      assert.equal(achievements[0].status, 'execution_created');
      const task = `${archive}/execution/EXECUTION_TASK_FARM_11_01`;
      assert.deepEqual(achievements[0].attempts, [
        { execution: `${task}_V2.md`, inForce: true, status: 'execution_created' },
        { execution: `${task}.md`, inForce: false, status: 'in_progress' },
      ]);
      assert.deepEqual(json.findings, []);
    }
  });

  it('finds evidence in shared folders above the plan it was asked about', async function () {
    const root = await folderWith(this, {
      'work-space/plans/paused/PLAN_FLAT.md': planText({ 1.1: 'Only' }),
      'work-space/subplans/SUBPLAN_FLAT_11.md': '# SUBPLAN: Only\n\n**Achievement**: 1.1\n',
      'work-space/execution/feedbacks/none.md': '',
    });
    const { json } = await runJson(['status', join(root, 'work-space/plans/paused')]);
    assert.equal(json.plans[0].path, 'PLAN_FLAT.md');
    assert.equal(json.plans[0].achievements[0].status, 'subplan_created');
    assert.equal(json.plans[0].achievements[0].subplan, '../../subplans/SUBPLAN_FLAT_11.md');
  });

  it('says what is ready and what blocks the rest', async function () {
    const root = await folderWith(this, ALPHA);
    const { out, code } = await run(['status'], { cwd: root });
    assert.equal(code, 0);
    assert.deepEqual(out.split('\n').slice(0, 8), [
      'ALPHA: 1/3 complete, 1 ready (plans/ALPHA/PLAN_ALPHA.md)',
      '  Time: 2-3 h left, 1 without estimate',
      '  Level 0: 1/1 complete',
      '    1.1  complete           Read',
      '  Level 1: 0/1 complete, 2-3 h left',
      '    1.2  SUBPLAN created    Write  [ready]',
      '  Level 2: 0/1 complete, 1 without estimate',
      '    2.1  not started        Ship  [blocked by 1.2]',
    ]);
  });

  it('reports a cycle with its exact path, fails the check, and shows it everywhere', async function () {
    const root = await folderWith(this, {
      ...ALPHA,
      'plans/ALPHA/parallel.json': parallelText('ALPHA', { 1.1: ['2.1'], 1.2: ['1.1'], 2.1: ['1.2'] }),
    });
    const { code, json } = await runJson(['check', root]);
    assert.equal(code, 1);
    const cycles = json.findings.filter(({ message }) => /1\.1.*2\.1.*1\.2.*1\.1/.test(message));
    assert.equal(cycles.length, 1, 'one problem per cycle');
    const [cycle] = cycles;
    assert.equal(cycle.severity, 'error');
    assert.equal(cycle.path, 'plans/ALPHA/parallel.json');
    assert.ok(cycle.related.length >= 2, 'related information on the edges');
    assert.deepEqual(Object.keys(cycle), [
      'code',
      'severity',
      'message',
      'path',
      'range',
      'related',
      'fixes',
    ]);
    const text = await run(['check', root]);
    const { start } = cycle.range;
    assert.ok(
      text.out.includes(
        `${cycle.path}:${start.line + 1}:${start.character + 1} error ${cycle.message} (${cycle.code})`,
      ),
      text.out,
    );
    assert.match(text.out.trimEnd().split('\n').at(-1), /^1 error.* in 1 plan\.$/);
    const status = await runJson(['status', root]);
    assert.deepEqual(status.json.plans[0].cycles, [['1.1', '2.1', '1.2', '1.1']]);
    const levels = await run(['levels', root]);
    assert.match(levels.out, /Cycle: 1\.1 → 2\.1 → 1\.2 → 1\.1/);
  });

  it('says so when nothing is wrong', async function () {
    const root = await folderWith(this, { 'notes.md': 'no plan' });
    assert.deepEqual(await run(['check', root]), { code: 0, out: 'No problems in 0 plans.\n', err: '' });
    assert.deepEqual(await runJson(['status', root]).then(({ json }) => json), { plans: [], findings: [] });
  });

  it('validates parallel.json against the schema', async function () {
    const root = await folderWith(this, {
      ...ALPHA,
      'plans/ALPHA/parallel.json': JSON.stringify({ plan_name: 'ALPHA', achievements: 'none' }),
    });
    const { code, json } = await runJson(['check', root]);
    assert.equal(code, 1);
    assert.ok(json.findings.some(({ path }) => path.endsWith('parallel.json')));
  });

  it('draws the graph as text, DOT and JSON', async function () {
    const root = await folderWith(this, ALPHA);
    assert.match((await run(['graph', root])).out, /1\.2 +Write[\s\S]*<- 1\.1/);
    assert.match(
      (await run(['graph', root, '--format', 'dot'])).out,
      /^digraph "ALPHA" \{[\s\S]*"1\.1" -> "1\.2"/,
    );
    const { json } = await runJson(['graph', root]);
    assert.deepEqual(
      json.graphs.map(({ name, path, nodes }) => [name, path, nodes.length]),
      [['ALPHA', 'plans/ALPHA/PLAN_ALPHA.md', 3]],
    );
  });

  it('draws one plan as Mermaid and SVG; of two Mermaid shows the links, and SVG asks which', async function () {
    const root = await folderWith(this, ALPHA);
    const mermaid = await run(['graph', root, '--format', 'mermaid']);
    assert.deepEqual([mermaid.code, mermaid.err], [0, '']);
    assert.match(mermaid.out, /^flowchart LR\n[\s\S]*\n {2}n0 --> n1\n/);
    const svg = await run(['graph', root, '--format', 'svg']);
    assert.deepEqual([svg.code, svg.err], [0, '']);
    assert.match(svg.out, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"[\s\S]*<\/svg>\n$/);
    const two = await folderWith(this, { ...ALPHA, 'PLAN_BETA.md': planText({ 1.1: 'Other' }) });
    for (const format of ['svg', 'png']) {
      const { code, out, err } = await run(['graph', two, '--format', format]);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /There are 2 plans here/);
    }
    assert.match((await run(['graph', two, '--format', 'mermaid'])).out, /\["BETA"\][\s\S]*\["ALPHA"\]/);
  });

  it('names the links between plans in every format that holds several', async function () {
    const beta = `${planText({ 1.1: 'Other' })}\n## Related Plans\n\nBlocked by PLAN_ALPHA.md Achievement 1.2.\n`;
    const root = await folderWith(this, { ...ALPHA, 'PLAN_BETA.md': beta });
    const { json } = await runJson(['graph', root]);
    const line = beta.split('\n').findIndex((each) => each.startsWith('Blocked by'));
    assert.deepEqual(json.links, [
      {
        kind: 'depends',
        from: { plan: 'BETA', path: 'PLAN_BETA.md', achievement: null },
        to: { plan: 'ALPHA', path: 'plans/ALPHA/PLAN_ALPHA.md', achievement: '1.2' },
        said: [
          {
            path: 'PLAN_BETA.md',
            range: { start: { line, character: 37 }, end: { line, character: 40 } },
          },
        ],
      },
    ]);
    assert.match(
      (await run(['graph', root])).out,
      /\nLinks between plans\n {2}BETA depends on ALPHA 1\.2\n$/,
    );
    assert.match(
      (await run(['graph', root, '--format', 'dot'])).out,
      /digraph "BETA"[\s\S]*digraph "Links between plans"[\s\S]*p1a0 -> p0 \[label="needed by"/,
    );
    assert.match((await run(['graph', root, '--format', 'mermaid'])).out, /p1a0 -\. needed by \.-> p0/);
  });

  it('answers wrong usage with exit code 2 and one sentence on standard error', async function () {
    const root = await folderWith(this, { ...ALPHA, 'notes.md': 'hello' });
    const cases = [
      [['status', join(root, 'gone')], `error: There is nothing at ${join(root, 'gone')}.\n`],
      [['check', join(root, 'notes.md')], 'error: notes.md is not a plan and belongs to none.\n'],
      [['status', '--format', 'xml', root], /argument 'xml' is invalid/],
      [['levels', '--nonsense', root], /unknown option '--nonsense'/],
      [['dance'], /unknown command 'dance'/],
      [[], /Usage: parallel-plans/],
    ];
    for (const [args, message] of cases) {
      const { code, out, err } = await run(args);
      assert.deepEqual([args, code, out], [args, 2, '']);
      if (message instanceof RegExp) assert.match(err, message);
      else assert.equal(err, message);
    }
  });

  it('prints help and version without complaint', async () => {
    const help = await run(['--help']);
    assert.equal(help.code, 0);
    for (const name of ['status', 'check', 'levels', 'graph', 'create'])
      assert.match(help.out, new RegExp(`^  ${name} `, 'm'));
    assert.match((await run(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
  });

  it('keeps hostile titles from steering the terminal', async function () {
    const hostile = `Be \u001b[31mred\u001b[0m \u001b]0;own\u0007 \u009b2J \u202egnp.exe <img onerror=x> \${HOME}`;
    const root = await folderWith(this, { 'PLAN_BAD.md': planText({ 1.1: hostile, 1.2: 'Calm' }) });
    const steering = /[^\P{Cc}\n]|[\u202a-\u202e]/u;
    const commands = [
      ['status'],
      ['check'],
      ['levels'],
      ['graph'],
      ['graph', '--format', 'dot'],
      ['create', 'subplans', '--dry-run'],
    ];
    for (const args of commands) {
      const { out, err } = await run([...args, '.'], { cwd: root });
      assert.doesNotMatch(out + err, steering, args.join(' '));
    }
    for (const args of [['status'], ['graph'], ['check']]) {
      const { out, json } = await runJson([...args, root]);
      assert.doesNotMatch(out, steering, args.join(' '));
      if (args[0] === 'status') assert.equal(json.plans[0].achievements[0].title, hostile);
    }
    assert.match((await run(['status', root])).out, /<img onerror=x> \$\{HOME\}/);
  });

  it('is not led out of the workspace or round in circles by links', async function () {
    const outside = await folderWith(this, { 'PLAN_OUTSIDE.md': planText({ 1.1: 'Out' }) });
    const root = await folderWith(this, {
      ...ALPHA,
      'node_modules/x/PLAN_HIDDEN.md': planText({ 1.1: 'Hidden' }),
    });
    await symlink(outside, join(root, 'plans/outside'));
    await symlink(join(outside, 'PLAN_OUTSIDE.md'), join(root, 'plans/PLAN_OUTSIDE.md'));
    await symlink(root, join(root, 'plans/ALPHA/loop'));
    await symlink(join(root, 'plans/a'), join(root, 'plans/b'));
    await symlink(join(root, 'plans/b'), join(root, 'plans/a'));
    const { code, json } = await runJson(['status', root]);
    assert.equal(code, 0);
    assert.deepEqual(
      json.plans.map(({ path }) => path),
      ['plans/ALPHA/PLAN_ALPHA.md'],
    );
  });

  it('survives files that are not what they are called', async function () {
    const root = await folderWith(this, {
      ...ALPHA,
      'a/PLAN_EMPTY.md': '',
      'b/PLAN_BINARY.md': Buffer.from([0x23, 0x20, 0, 1, 2, 255]),
      'c/parallel.json': '\ufeff{"achievements": [',
      'd/PLAN_BOM.md': `\ufeff${planText({ 1.1: 'Marked' }).replaceAll('\n', '\r\n')}`,
      'e/PLAN_LATIN.md': Buffer.from(planText({ 1.1: 'Gr\u00fc\u00df' }), 'latin1'),
    });
    await mkdir(join(root, 'PLAN_FOLDER.md'));
    const { json } = await runJson(['status', root]);
    const titles = Object.fromEntries(
      json.plans.map(({ name, achievements }) => [name, achievements[0]?.title]),
    );
    assert.equal(titles.ALPHA, 'Read');
    assert.equal(titles.BOM, 'Marked');
    assert.equal((await run(['check', root])).code, 1);
  });

  it('says which folder it may not read and reads the rest', async function () {
    const root = await folderWith(this, { ...ALPHA, 'secret/PLAN_SECRET.md': planText({ 1.1: 'Hidden' }) });
    await chmod(join(root, 'secret'), 0o000);
    await chmod(root, 0o755);
    const { out, err, code } = await run(['status', root], await withoutPrivileges(this));
    await chmod(join(root, 'secret'), 0o755);
    assert.equal(code, 0, err);
    assert.match(out, /^ALPHA: /);
    assert.match(err, /^warning: .*secret cannot be read and is left out/m);
  });

  it('stops quietly when its reader has seen enough', async function () {
    const achievements = Object.fromEntries(
      Array.from({ length: 3000 }, (_, at) => [`1.${at + 1}`, `Title ${at}`]),
    );
    const root = await folderWith(this, { 'PLAN_LONG.md': planText(achievements) });
    const script = `"$0" "$1" status "$2" --format json | head -c 100 >/dev/null; exit "\${PIPESTATUS[0]}"`;
    const result = await new Promise((done) => {
      execFile('bash', ['-c', script, process.execPath, CLI, root], (error, _out, err) =>
        done({ code: error?.code ?? 0, err }),
      );
    });
    assert.deepEqual(result, { code: 0, err: '' });
  });

  it('takes a file name with any letters', async function () {
    const name = "PLAN_Ünïcode 100% #1 'x'.md";
    const root = await folderWith(this, {});
    await writeFile(join(root, name), planText({ 1.1: 'Odd' }));
    const { json } = await runJson(['status', join(root, name)]);
    assert.equal(json.plans[0].path, name);
  });
});
