import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { placeholder } from '../../../src/engine/run/executor/arguments';
import { parallelDocument } from '../../support/documents.mjs';

const CLI = path.resolve('dist/cli.js');

/** Prints as agents do, waits until the test lets it end or is over, and fails where the test says so. */
const AGENT = `
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
const [id, room] = process.argv.slice(2);
const say = (text) => process.stdout.write(text);
say('\\u001b]0;Not this title\\u0007\\u001b[1mReading what ' + id + ' builds on\\u001b[0m\\n');
say('\\u001b[36m\\u25cf\\u001b[0m Read SUBPLAN and PLAN\\n');
for (let part = 1; part <= 4; part++) say('\\rWriting \\u001b[33m' + part * 25 + ' %\\u001b[0m\\u001b[K');
say('\\n\\u001b[32m+ src/' + id + '.ts\\u001b[0m  \\u202ewith marks of direction\\u202c\\n');
const wait = () => {
  if (!existsSync(room) || existsSync(join(room, 'fail-' + id))) process.exit(1);
  if (!existsSync(join(room, 'end-' + id))) return setTimeout(wait, 50);
  writeFileSync(id + '.txt', id + '\\n');
  say('\\u001b[32m\\u2713\\u001b[0m Done\\n');
};
wait();
`;

const PLAN = `# PLAN: SHOP

## Desirable Achievements

### Priority 1: What is sold

**Achievement 1.1**: Cart

- **Effort**: 2 hours
- **Deliverables**:
  - \`src/cart.ts\`
  - \`src/money.ts\`

**Achievement 1.2**: Prices with taxes

- **Effort**: 1 hour
- **Deliverables**:
  - \`src/prices.ts\`
  - \`src/money.ts\`

**Achievement 1.3**: Address book

- **Effort**: 1 hour

### Priority 2: How it is paid

**Achievement 2.1**: Checkout

- **Effort**: 3 hours

**Achievement 2.2**: Receipts

- **Effort**: 2 hours
`;

const PARALLEL = parallelDocument('SHOP', {
  '1.1': [],
  '1.2': [],
  '1.3': [],
  '2.1': ['1.1', '1.2'],
  '2.2': ['1.3'],
});

/** A plan with what is needed to run it, file by file. The agent waits for files of the folder `room`. */
export const planToRun = (room: string): Readonly<Record<string, string>> => ({
  '.gitignore': '.parallel-plans/runs/\n',
  'PLAN_SHOP.md': PLAN,
  'parallel.json': PARALLEL,
  'agent.mjs': AGENT,
  // what is drawn by the graphics card cannot be read in the page
  '.vscode/settings.json': '{ "terminal.integrated.gpuAcceleration": "off" }\n',
  '.parallel-plans/run.json': `${JSON.stringify(
    {
      executor: 'mine',
      executors: {
        mine: { command: ['node', 'agent.mjs', placeholder('id'), room], prompt: 'stdin', result: 'exit' },
      },
      review: 'none',
      attempts: 1,
      jobs: 3,
    },
    undefined,
    2,
  )}\n`,
});

/** Runs the plan in a folder as a person does in a terminal, and steers its agents. */
export const runningPlan = (folder: string, room: string) => {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  const cli = (...args: readonly string[]): string =>
    execFileSync(process.execPath, [CLI, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', XDG_STATE_HOME: path.join(room, 'state') },
    });
  return {
    begin: (): void => {
      git('init', '--quiet', '--initial-branch=main');
      git('config', 'user.name', 'Ada');
      git('config', 'user.email', 'ada@example.com');
      git('add', '--all');
      git('commit', '--quiet', '--message=A shop');
      const { trust } = JSON.parse(cli('run', 'PLAN_SHOP.md', '--dry-run', '--format', 'json'));
      cli('run', 'PLAN_SHOP.md', '--yes', '--detach', '--trust-commands', trust.hash);
    },
    end: (id: string): void => writeFileSync(path.join(room, `end-${id}`), ''),
    fail: (id: string): void => writeFileSync(path.join(room, `fail-${id}`), ''),
  };
};
