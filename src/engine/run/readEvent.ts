import {
  type Check,
  isFlag,
  isNumber,
  isText,
  listOf,
  oneOf,
  optional,
  orNull,
  recordOf,
  shapeOf,
} from '../../shared/shape';
import type { GateResult, ItemDetails, ItemEvent, RunEvent, RunHead, RunStatus, Usage } from './event';
import { type Command, REVIEWS, type RunItem } from './item';
import { isRecordedState } from './itemState';
import type { LiveConflict, Seen } from './seen';

/**
 * What a line of a journal is: an event; one that this version does not have, which a newer one may have written; or
 * one whose details are not those of its event.
 */
export type EventKind = 'event' | 'unknown' | 'misshapen';

/** What {@link EventKind} a value is that says which event it is. */
export const kindOfEvent = (line: { readonly event: string }): EventKind => {
  const check = isRecordedState(line.event) ? isItemEvent : ownOf(CHECKS, line.event);
  if (!check) return 'unknown';
  return check(line) ? 'event' : 'misshapen';
};

/** Of an event of kind `unknown`. */
export const unknownEventWords = ({ event }: { readonly event: string }): string =>
  `This version knows no event "${event}", so it was passed over.`;

const ownOf = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** Identities of processes have a reader of their own. */
const isAnything: Check<unknown> = (_value): _value is unknown => true;
const isTexts = listOf(isText);
const isCommand: Check<Command> = isTexts;

const isGate = shapeOf<GateResult>({
  command: isCommand,
  exit: orNull(isNumber),
  ok: isFlag,
  seconds: isNumber,
  output: isText,
  tree: isText,
});

const isUsage = shapeOf<Usage>({
  in: optional(isNumber),
  cached: optional(isNumber),
  out: optional(isNumber),
  reasoning: optional(isNumber),
  usd: optional(isNumber),
  credits: optional(isNumber),
});

const isItem = shapeOf<RunItem>({
  id: isText,
  title: isText,
  level: isNumber,
  after: isTexts,
  soft: isTexts,
  missing: isTexts,
  files: isTexts,
  seconds: isNumber,
});

const isTrue: Check<true> = (value): value is true => value === true;

const DETAILS: { readonly [K in keyof ItemDetails]-?: Check<Exclude<ItemDetails[K], undefined>> } = {
  executor: optional(isText),
  base: optional(isText),
  worktree: optional(isText),
  branch: optional(isText),
  process: isAnything,
  tag: optional(isText),
  from: optional(isText),
  denials: optional(isTexts),
  head: optional(isText),
  commits: optional(isTexts),
  created: optional(isTexts),
  modified: optional(isTexts),
  gates: optional(listOf(isGate)),
  usage: optional(isUsage),
  session: optional(isText),
  resumes: optional(isText),
  landed: optional(isText),
  lineage: optional(oneOf('ok')),
  error: optional(isText),
  askedFor: optional(isTrue),
  final: optional(isFlag),
  until: optional(isNumber),
  paths: optional(isTexts),
  with: optional(isTexts),
  evidence: optional(isTexts),
  pinned: optional(isText),
};

const isItemEvent = shapeOf<Omit<ItemEvent, 'event'>>({ item: isText, attempt: isNumber, ...DETAILS });

const isHead = shapeOf<RunHead>({
  run: isText,
  plan: isText,
  kind: oneOf('plan', 'prp-batch'),
  path: isText,
  executor: isText,
  jobs: isNumber,
  barrier: isFlag,
  attempts: isNumber,
  review: oneOf(...REVIEWS),
  land: isFlag,
  stopOnError: isFlag,
  branch: isText,
  base: isText,
  gates: listOf(isCommand),
  items: listOf(isItem),
});

const isSeen = shapeOf<Seen>({
  conflicts: listOf(shapeOf<LiveConflict>({ item: isText, other: optional(isText), paths: isTexts })),
  touched: recordOf(isTexts),
});

const CHECKS: Readonly<
  Record<Exclude<RunEvent['event'], ItemEvent['event']>, Check<object>> & Record<string, Check<object>>
> = {
  planned: isHead,
  runner: shapeOf<{ version: string }>({ version: isText }),
  baseline: shapeOf<{ ok: boolean; gates: readonly GateResult[] }>({ ok: isFlag, gates: listOf(isGate) }),
  blocked: shapeOf<{ item: string; roots: readonly string[] }>({ item: isText, roots: isTexts }),
  foreseen: isSeen,
  stop: shapeOf({}),
  retried: shapeOf<{ items: readonly string[] }>({ items: isTexts }),
  'journal-cut': shapeOf<{ bytes: number; text: string }>({ bytes: isNumber, text: isText }),
  finished: shapeOf<{ status: RunStatus }>({ status: oneOf('success', 'failed', 'stopped', 'waiting') }),
};
