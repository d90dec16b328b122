import { setTimeout as pause } from 'node:timers/promises';
import type { ProcessIdentity } from './identity';
import { outputOf } from './outputOf';
import { commandLineOf, findProcess, listProcesses, type ProcessFacts, pidsWith } from './processTable';

/** Which processes belong together. */
export interface ProcessTree {
  /** The leader of their session and group, gone or not; undefined where only the mark is known. */
  readonly leader?: ProcessIdentity | undefined;
  /** A variable of the environment that they share with no other process. */
  readonly mark: { readonly name: string; readonly value: string };
}

export interface EndOptions {
  /** Time to end by themselves after SIGTERM; 0 sends SIGKILL at once. */
  readonly graceMs: number;
  /** How long to wait for those that got SIGKILL, 2 s unless given. */
  readonly killMs?: number;
}

/** What came of it; processes that ended by themselves are in neither list. */
export interface TreeEnd {
  /** The numbers of those that SIGTERM did not end. */
  readonly killed: readonly number[];
  /** Those that nothing ended, with their command lines. */
  readonly survivors: readonly { readonly pid: number; readonly command: string }[];
}

/**
 * Ends a whole tree of processes: SIGTERM, time to end, SIGKILL, and once more for those that were started meanwhile.
 * To the tree belong the session and group of the leader, all that have the mark, and what they started, so what
 * called `setsid` does not escape. The leader gets SIGKILL last, for it writes the exit code down.
 */
export const endProcesses = async (
  tree: ProcessTree,
  { graceMs, killMs = 2_000 }: EndOptions,
): Promise<TreeEnd> => {
  if (process.platform === 'win32') return endOnWindows(tree, killMs);
  if (graceMs > 0) {
    const members = await membersOf(tree);
    await signalAll(members, 'SIGTERM');
    await untilEnded(members, graceMs);
  }
  const killed = new Set<number>();
  for (let round = 0; round < ROUNDS; round++) {
    const members = await membersOf(tree);
    if (members.length === 0) break;
    for (const pid of await killThem(members, tree.leader?.pid, killMs)) killed.add(pid);
  }
  const left = await membersOf(tree);
  const survivors = await Promise.all(
    left.map(async ({ pid }) => ({ pid, command: await commandLineOf(pid) })),
  );
  return { killed: [...killed], survivors };
};

/** Answers the numbers of those that got SIGKILL: the leader only where it does not end without the others. */
const killThem = async (
  members: readonly ProcessFacts[],
  leader: number | undefined,
  limitMs: number,
): Promise<readonly number[]> => {
  const others = members.filter(({ pid }) => pid !== leader);
  if (others.length === 0 && (await untilEnded(members, limitMs))) return [];
  const killed = await signalAll(others.length > 0 ? others : members, 'SIGKILL');
  await untilEnded(members, limitMs);
  return killed;
};

/** The processes of a tree that go on, never this process or one that it runs in. */
export const membersOf = async ({ leader, mark }: ProcessTree): Promise<readonly ProcessFacts[]> => {
  const [all, marked] = [await listProcesses(), await pidsWith(mark.name, mark.value)];
  const byPid = new Map(all.map((each) => [each.pid, each]));
  const own = new Set<number>();
  for (let pid = process.pid; pid > 0 && !own.has(pid); pid = byPid.get(pid)?.parent ?? 0) own.add(pid);
  // a number that another process has by now stands for nothing
  const now = leader && byPid.get(leader.pid);
  const led = now === undefined || now.start === leader?.start ? leader?.pid : undefined;
  const isFirst = ({ pid, group, session }: ProcessFacts): boolean =>
    marked.has(pid) || (led !== undefined && (pid === led || group === led || session === led));
  const members = new Set(all.filter(isFirst).map(({ pid }) => pid));
  for (let before = -1; before !== members.size; ) {
    before = members.size;
    for (const { pid, parent } of all) if (members.has(parent)) members.add(pid);
  }
  return all.filter(({ pid, isZombie }) => members.has(pid) && !isZombie && !own.has(pid));
};

/** More rounds than a tree needs that starts new processes while it ends. */
const ROUNDS = 4;
const POLL_MS = 25;

/** Whether all have ended in time. */
const untilEnded = async (processes: readonly ProcessFacts[], limitMs: number): Promise<boolean> => {
  const end = performance.now() + limitMs;
  let left = processes;
  while (true) {
    const now = await Promise.all(left.map(({ pid }) => findProcess(pid)));
    left = left.filter((each, at) => now[at]?.start === each.start && !now[at]?.isZombie);
    if (left.length === 0) return true;
    if (performance.now() >= end) return false;
    await pause(POLL_MS);
  }
};

/** Answers the numbers of those that got the signal; no later process of the same number does. */
const signalAll = async (
  processes: readonly ProcessFacts[],
  name: NodeJS.Signals,
): Promise<readonly number[]> => {
  const reached: number[] = [];
  for (const { pid, start } of processes) {
    if ((await findProcess(pid))?.start === start && signal(pid, name)) reached.push(pid);
  }
  return reached;
};

/** False where it is gone already or may not be touched. */
const signal = (pid: number, name: NodeJS.Signals): boolean => {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
};

/** Never run: there are no groups, and descendants are found only while the leader goes on. */
const endOnWindows = async ({ leader }: ProcessTree, limitMs: number): Promise<TreeEnd> => {
  const found = leader && (await findProcess(leader.pid));
  if (!leader || !found || found.start !== leader.start) return { killed: [], survivors: [] };
  await outputOf('taskkill', ['/PID', String(leader.pid), '/T', '/F']);
  const isEnded = await untilEnded([found], limitMs);
  return { killed: [leader.pid], survivors: isEnded ? [] : [{ pid: leader.pid, command: '' }] };
};
