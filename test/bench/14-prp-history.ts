import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPrp } from '../../src/engine/document/prp/prp';
import { type JoinedPrps, joinBatches, type ReadPrp } from '../../src/engine/join/joinBatches';
import { uriOfPath } from '../../src/node/diskFiles';
import { createGitHistory } from '../../src/node/git/gitHistory';
import { failingLogger as logger } from '../support/failingLogger';
import type { Job } from './support';

const PRPS = 200;
const COMMITS = 20_000;
/** Every so many commits one names a PRP. */
const ONE_IN = 20;

const idAt = (at: number): string =>
  `PRP-${1 + Math.floor(at / 20)}.${1 + (Math.floor(at / 5) % 4)}.${1 + (at % 5)}`;

const subjectAt = (commit: number): string => {
  const at = commit / ONE_IN;
  if (!Number.isInteger(at)) return `Change number ${commit} of the project, as commits go`;
  const id = idAt(at % PRPS);
  // half of the PRPs are never said to be worked on
  return at % 2 === 0 ? `${id}: Implement what it asks for` : `Update ${id} status`;
};

/** A repository whose commits change nothing, made in one go. */
const makeRepository = (folder: string): void => {
  const commits = Array.from({ length: COMMITS }, (_, at) => {
    const message = `${subjectAt(at)}\n\nWhy it was made, in a sentence or two that nobody reads.\n`;
    return `commit refs/heads/main\ncommitter A <a@example.org> ${1_600_000_000 + at} +0000\ndata ${message.length}\n${message}\n`;
  });
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: folder });
  execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, input: commits.join('') });
};

/** Milliseconds from start to end of a process whose output is read and thrown away. */
const timeOf = (cwd: string, args: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn('git', args, { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.resume();
    child.on('error', reject);
    child.on('close', () => resolve(performance.now() - started));
  });

const readPrps = (root: string): readonly ReadPrp[] =>
  Array.from({ length: PRPS }, (_, at) => {
    const id = idAt(at);
    const name = `${id}-work.md`;
    const facts = readPrp(name, `---\nprp_id: ${id}\ntitle: Work ${at}\n---\n`);
    return { uri: `${root}/PRPs/${name}`, facts };
  });

const completeIn = ({ plans }: JoinedPrps): number =>
  plans.reduce(
    (sum, { achievements }) => sum + achievements.filter(({ status }) => status === 'complete').length,
    0,
  );

export const job: Job = {
  row: '14',
  name: 'evidence from git for 200 PRPs, 20,000 commits',
  rounds: 9,
  prepare: () => {
    const folder = mkdtempSync(join(tmpdir(), 'parallel-plans-bench-'));
    makeRepository(folder);
    const root = uriOfPath(folder);
    const prps = readPrps(root);
    const evidence = async (history = createGitHistory(logger)): Promise<JoinedPrps> => {
      const known = await history.of(root);
      return joinBatches(prps, { roots: [root], historyOf: () => known ?? 'none' });
    };
    const timed = async (run: () => Promise<unknown>): Promise<number> => {
      const started = performance.now();
      await run();
      return performance.now() - started;
    };
    const asked = createGitHistory(logger);
    const log = 'one git log of the same commits';
    return {
      contenders: [
        { name: 'evidence, asked for the first time', measure: () => timed(() => evidence()) },
        { name: 'evidence, HEAD the same', measure: () => timed(() => evidence(asked)) },
        { name: log, measure: () => timeOf(folder, ['log', '--format=%H%x00%s%x00%b%x01', 'HEAD', '--']) },
      ],
      comparisons: [
        {
          ours: 'evidence, asked for the first time',
          other: log,
          target: { kind: 'at-most-times', factor: 1.3 },
        },
        { ours: 'evidence, HEAD the same', other: log, target: undefined },
      ],
      check: async () => {
        assert.equal(completeIn(await evidence(asked)), PRPS / 2);
        assert.equal(await asked.of(root), await asked.of(`${root}/PRPs`), 'one log for a HEAD');
      },
      tearDown: () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};
