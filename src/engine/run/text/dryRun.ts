import type { ForeseenConflict } from '../foreseen';
import type { Command, RunItem } from '../item';

/** What `run --dry-run` says: the stable machine format of it. */
export interface DryRun {
  /** Ids in the order in which they start, as far as estimates tell. */
  readonly order: readonly string[];
  readonly items: readonly DryItem[];
  readonly done: readonly { readonly id: string; readonly evidence: readonly string[] }[];
  readonly conflicts: readonly ForeseenConflict[];
  /** Why it cannot be run, then what to know; one sentence each. */
  readonly problems: readonly string[];
  /** What the repository wants to have run, and the hash that says that a person has seen it. */
  readonly trust: { readonly hash: string; readonly commands: readonly Command[] };
}

export interface DryItem extends Pick<RunItem, 'id' | 'title' | 'level' | 'after'> {
  readonly worktree: string;
  readonly branch: string;
  /** Exactly what is run; empty where a person does the work. */
  readonly command: Command;
  /** `stdin`, or the path of the file with the prompt. */
  readonly prompt: string;
  readonly gates: readonly Command[];
}

/** What the readable text says besides. */
export interface DryRunWords {
  readonly plan: string;
  readonly executor: string;
  readonly jobs: number;
  readonly review: string;
  readonly branch: string;
  readonly land: boolean;
}

/** A dry run for people to read before they say yes. Lines end with `\n`; nothing in it is escaped. */
export const dryRunText = (dry: DryRun, words: DryRunWords): string => {
  const byId = new Map(dry.items.map((item) => [item.id, item]));
  const steps = dry.order.flatMap((id, at) => {
    const item = byId.get(id);
    return item ? stepLines(item, at + 1) : [];
  });
  const parts = [
    [
      `Run of ${words.plan}`,
      `  Executor  ${words.executor}`,
      `  Jobs      ${words.jobs}`,
      `  Review    ${words.review}`,
      `  Lands on  ${words.land ? words.branch : 'nothing: finished work waits'}`,
    ],
    section(`To do (${steps.length === 0 ? 'nothing' : dry.order.length})`, steps),
    section(
      'Done before',
      dry.done.map(({ id, evidence }) => `${id}  ${evidence.join(', ')}`),
    ),
    section(
      'May conflict',
      dry.conflicts.map(({ path, ids }) => `${path}  ${ids.join(', ')}`),
    ),
    section('Problems', dry.problems),
    section(
      `Commands of the repository (trust hash ${dry.trust.hash})`,
      dry.trust.commands.length > 0 ? dry.trust.commands.map(commandText) : [],
    ),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
};

const stepLines = (item: DryItem, number: number): readonly string[] => [
  `${number}. ${item.id}  ${item.title}${item.after.length > 0 ? `  (after ${item.after.join(', ')})` : ''}`,
  `     worktree ${item.worktree}, branch ${item.branch}`,
  `     ${item.command.length > 0 ? commandText(item.command) : 'a person does it'}  < ${item.prompt === 'stdin' ? 'prompt' : item.prompt}`,
  ...item.gates.map((gate) => `     gate ${commandText(gate)}`),
];

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];

const PLAIN_ARGUMENT = /^[\w@%+=:,./~-]+$/;

/** A command as one line, arguments in quotes where they need some to be told apart. */
export const commandText = (command: Command): string =>
  command.map((part) => (PLAIN_ARGUMENT.test(part) ? part : JSON.stringify(part))).join(' ');
