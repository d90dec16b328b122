import { elapsedOf } from '../elapsed';
import type { RunStatus, Usage } from '../event';
import { commitIn } from '../evidence';
import type { Review } from '../item';
import { isFailure, isSatisfied } from '../itemState';
import { type Standing, shownState, standings } from '../standing';
import type { ItemRecord, RunState } from '../state';
import { undeclaredIn } from '../undeclared';

/** How an item ended, in the words of the first batch runners. */
export type ItemStatus = 'success' | 'failed' | 'failed_gates' | 'pending';

/** One item in `result.json`: a stable machine format. */
export interface ItemResult {
  readonly id: string;
  /** Of a PRP, the same as `id`. */
  readonly prp_id?: string;
  readonly title: string;
  readonly level: number;
  /** {@link level} from 1. */
  readonly stage: number;
  readonly state: string;
  readonly status: ItemStatus;
  readonly blockedBy: readonly string[];
  readonly attempts: number;
  readonly base: string | null;
  readonly landed: string | null;
  readonly lineage: 'ok' | null;
  readonly gates_passed: number;
  readonly gates_failed: number;
  readonly files_created: readonly string[];
  readonly files_modified: readonly string[];
  /** Of an item that says which files it changes: the others that it changed. */
  readonly files_undeclared: readonly string[];
  readonly commits: readonly string[];
  readonly errors: readonly string[];
  readonly usage: Usage | null;
  readonly elapsed_seconds: number;
}

/** `result.json` of a run: a stable machine format. */
export interface RunResult {
  readonly run: string;
  readonly plan: string;
  /** Of a PRP batch: the number or name behind `PRP-`. */
  readonly batch_id?: number | string;
  readonly status: RunStatus;
  readonly executor: string;
  readonly jobs: number;
  /** Who decided that results may land. */
  readonly review: Review;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly elapsed_seconds: number;
  readonly base: string;
  /** The commit that this run landed last; null where it landed nothing. */
  readonly tip: string | null;
  readonly branch: string;
  readonly total: number;
  readonly success: number;
  readonly failed: number;
  readonly blocked: number;
  readonly results: readonly ItemResult[];
  readonly stages: Readonly<Record<string, Readonly<Record<string, ItemResult>>>>;
}

/** The result of a run that has begun; `now` (milliseconds since 1970) stands for an end that is not there yet. */
export const resultOf = (state: RunState, now: number, tip: string | null): RunResult | undefined => {
  const { head, startedAt = now, endedAt } = state;
  if (!head) return undefined;
  const standing = standings(state);
  const isBatch = head.kind === 'prp-batch';
  const results = state.items.map((record, place) =>
    itemResult(record, standing[place] ?? { state: 'pending', roots: [] }, { isBatch, now }),
  );
  const stages: Record<string, Record<string, ItemResult>> = {};
  for (const result of results) {
    const stage = stages[result.stage] ?? {};
    stage[result.id] = result;
    stages[result.stage] = stage;
  }
  const countOf = (holds: (result: ItemResult) => boolean): number => results.filter(holds).length;
  return {
    run: head.run,
    plan: head.plan,
    ...(isBatch && { batch_id: batchId(head.plan) }),
    status: state.finished ?? (state.isStopping ? 'stopped' : 'waiting'),
    executor: head.executor,
    jobs: head.jobs,
    review: head.review,
    startedAt: new Date(startedAt).toISOString(),
    endedAt: endedAt === undefined ? null : new Date(endedAt).toISOString(),
    elapsed_seconds: secondsBetween(startedAt, endedAt ?? now),
    base: head.base,
    tip,
    branch: head.branch,
    total: results.length,
    success: countOf(({ status }) => status === 'success'),
    failed: countOf(({ status }) => status === 'failed' || status === 'failed_gates'),
    blocked: countOf((each) => each.state === 'blocked'),
    results,
    stages,
  };
};

/** The number where it is one, as the front matter of PRPs has it. */
export const batchId = (plan: string): number | string => {
  const name = plan.replace(/^PRP-/, '');
  return /^\d+$/.test(name) ? Number(name) : name;
};

const secondsBetween = (from: number, to: number): number => Math.max(0, Math.floor((to - from) / 1000));

const itemResult = (
  record: ItemRecord,
  { state, roots }: Standing,
  { isBatch, now }: { readonly isBatch: boolean; readonly now: number },
): ItemResult => {
  const { item, gates = [] } = record;
  const shown = shownState(record, { state });
  const isSkipped = shown === 'skipped';
  return {
    id: item.id,
    ...(isBatch && { prp_id: item.id }),
    title: item.title,
    level: item.level,
    stage: item.level + 1,
    state: shown,
    status: statusOf(record, shown),
    blockedBy: roots,
    attempts: isSkipped ? 0 : record.attempt,
    base: record.base ?? null,
    landed: isSkipped ? (commitIn(record) ?? null) : (record.landed ?? null),
    lineage: record.lineage ?? null,
    gates_passed: gates.filter(({ ok }) => ok).length,
    gates_failed: gates.filter(({ ok }) => !ok).length,
    files_created: record.created ?? [],
    files_modified: record.modified ?? [],
    files_undeclared: undeclaredIn(record),
    commits: record.commits ?? [],
    errors: isSatisfied(shown) ? [] : record.errors,
    usage: record.usage ?? null,
    elapsed_seconds: Math.floor((elapsedOf(record, now) ?? 0) / 1000),
  };
};

const statusOf = ({ gates = [] }: ItemRecord, state: string): ItemStatus => {
  if (state === 'landed' || state === 'skipped') return 'success';
  if (state === 'gate-red' || (state === 'denied' && gates.some(({ ok }) => !ok))) return 'failed_gates';
  // what somebody has stopped has not failed
  if (state === 'cancelled') return 'pending';
  return isFailure(state as Parameters<typeof isFailure>[0]) ? 'failed' : 'pending';
};
