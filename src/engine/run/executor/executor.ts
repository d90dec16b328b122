import type { ExecutorConfig, PromptWay, ResultKind } from '../config/config';
import type { Command } from '../item';

/**
 * Who does the work of an item: a program (`command`), or for `manual` a person. All of it is data, so that what will
 * be run can be shown before.
 */
export interface Executor {
  readonly name: string;
  /** As people know it. */
  readonly title: string;
  /** With placeholders, see `arguments.ts`. Empty for `manual`: nothing is run. */
  readonly command: Command;
  /** The same for an attempt that goes on with the session of the one before; undefined where it cannot. */
  readonly resume: Command | undefined;
  readonly prompt: PromptWay;
  readonly env: Readonly<Record<string, string | null>>;
  readonly timeoutMinutes: number;
  readonly idleMinutes: number;
  readonly result: ResultKind;
  /** Prints its version; undefined where nobody needs to know. */
  readonly version: Command | undefined;
  /** The version that the arguments are known to fit. */
  readonly since: string | undefined;
  /** Some of it is as the configuration of the repository says. */
  readonly isConfigured: boolean;
}

/** A shipped executor. */
export type ExecutorPreset = Omit<Executor, 'isConfigured' | 'resume' | 'timeoutMinutes' | 'idleMinutes'> &
  Pick<ExecutorConfig, 'resume' | 'timeoutMinutes' | 'idleMinutes'>;
