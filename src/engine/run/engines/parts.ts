import { counted } from '../../../shared/counted';
import { printable } from '../../words/printable';
import { namePart } from '../branches';
import type { EngineJob, EngineRun } from './engine';

/** The lines at the top of every file, without the marks of comments. */
export const headerLines = ({ plan, path, jobs, slots, madeWith }: EngineRun): readonly string[] => [
  `${printable(plan)}: ${counted(jobs.length, 'achievement')}${slots === undefined ? '' : `, ${slots} at a time`}`,
  '',
  `Made from ${printable(path)} with`,
  `  ${printable(madeWith)}`,
  'Do not change it by hand. Make it anew with the same command and --force;',
  'with --check, the command says whether the plan has changed since.',
];

export const commented = (lines: readonly string[]): string =>
  lines.map((line) => `# ${line}`.trimEnd()).join('\n');

/** A text in YAML on one line, whatever it holds. */
export const yamlText = (text: string): string => JSON.stringify(printable(text));

/** What every machine does before it works. Somebody commits, and no commit is signed by a key that is not there. */
export const PREPARE = [
  'if [ -f .parallel-plans/worker.sh ]; then sh .parallel-plans/worker.sh; fi',
  'git config user.name >/dev/null || git config user.name "Parallel Plans"',
  'git config user.email >/dev/null || git config user.email "parallel-plans@localhost"',
] as const;

/** The names of runs that an engine begins: its own, so that none is taken for one of a person. */
export const runPrefix = ({ plan }: Pick<EngineRun, 'plan'>): string => `${namePart(plan)}-ci-`;

/** Options that follow `run-item` and `land` in the same words. */
export const sharedOptions = ({ trust }: Pick<EngineRun, 'trust'>): string =>
  trust === undefined ? '' : ` --trust-commands ${trust}`;

/** Options of `run-item` alone. */
export const itemOptions = (run: Pick<EngineRun, 'trust' | 'executor'>): string =>
  `${run.executor === undefined ? '' : ` --executor ${run.executor}`}${sharedOptions(run)}`;

/** Consecutive jobs by levels, so that nothing waits for a later part; none has more than `most`. */
export const partsByLevel = (jobs: readonly EngineJob[], most: number): readonly (readonly EngineJob[])[] => {
  const levels = new Map<number, EngineJob[]>();
  for (const job of jobs) levels.set(job.level, [...(levels.get(job.level) ?? []), job]);
  const parts: EngineJob[][] = [[]];
  for (const [, level] of [...levels].sort(([one], [other]) => one - other)) {
    const last = parts.at(-1) as EngineJob[];
    if (last.length + level.length <= most) last.push(...level);
    else for (let at = 0; at < level.length; at += most) parts.push(level.slice(at, at + most));
  }
  return parts.filter((part, at) => part.length > 0 || (at === 0 && jobs.length === 0));
};

/** Names that differ for jobs that differ, of letters, digits and dashes. */
export const jobKeys = (jobs: readonly EngineJob[]): ReadonlyMap<string, string> => {
  const taken = new Set<string>();
  return new Map(
    jobs.map(({ id }) => {
      const plain = `a-${id.replace(/[^A-Za-z0-9]+/g, '-')}`;
      let key = plain;
      for (let number = 2; taken.has(key); number++) key = `${plain}_${number}`;
      taken.add(key);
      return [id, key];
    }),
  );
};
