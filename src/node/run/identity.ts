import { type Machine, thisMachine } from './machine';
import { findProcess, type ProcessFacts } from './processTable';

/** A process, so that no later process of the same number is taken for it. Goes into files as it is. */
export interface ProcessIdentity extends Machine {
  readonly pid: number;
  readonly start: string;
}

/** `unknown`: it belongs to another machine or container, of whose processes nothing can be said here. */
export type ProcessState = 'running' | 'ended' | 'unknown';

/** The identity of a process that runs; undefined where there is none of that number, or it has ended. */
export const identityOf = async (pid: number): Promise<ProcessIdentity | undefined> => {
  const found = await findProcess(pid);
  return found && !found.isZombie ? identityFrom(found) : undefined;
};

/** The identity of what was found in the table of processes. */
export const identityFrom = async ({
  pid,
  start,
}: Pick<ProcessFacts, 'pid' | 'start'>): Promise<ProcessIdentity> => ({
  pid,
  start,
  ...(await thisMachine()),
});

/** The identity of this process. */
export const ownIdentity = async (): Promise<ProcessIdentity> =>
  identityFrom((await findProcess(process.pid)) ?? { pid: process.pid, start: '' });

/** Whether a process goes on. One that has ended, but whose parent did not notice, has ended. */
export const stateOf = async (identity: ProcessIdentity): Promise<ProcessState> => {
  const machine = await thisMachine();
  // the system was started again since, or it is another one
  if (identity.boot !== machine.boot) return identity.host === machine.host ? 'ended' : 'unknown';
  if (identity.space !== machine.space) return 'unknown';
  const found = await findProcess(identity.pid);
  return found && !found.isZombie && found.start === identity.start ? 'running' : 'ended';
};

/** Whether this very process goes on here. */
export const isSameProcess = async (identity: ProcessIdentity): Promise<boolean> =>
  (await stateOf(identity)) === 'running';

/** Reads an identity out of JSON; undefined for anything else. */
export const identityIn = (value: unknown): ProcessIdentity | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { pid, start, boot, host, space } = value as Partial<Record<keyof ProcessIdentity, unknown>>;
  const texts = [start, boot, host, space];
  if (typeof pid !== 'number' || !Number.isInteger(pid) || !texts.every((text) => typeof text === 'string')) {
    return undefined;
  }
  return { pid, start: String(start), boot: String(boot), host: String(host), space: String(space) };
};
