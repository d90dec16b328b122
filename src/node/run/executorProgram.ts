import type { Executor } from '../../engine/run/executor/executor';
import { findProgram } from './findProgram';

/**
 * The file of the program that an executor starts; null where there is none. Undefined where there is nothing to look
 * for: what ships with the product, and what a person does.
 */
export const executorProgram = (
  { command, env }: Pick<Executor, 'command' | 'env'>,
  cwd: string,
): string | null | undefined => {
  const [program = ''] = command;
  if (program === '' || program.startsWith('${')) return undefined;
  return findProgram(program, { ...process.env, PATH: env.PATH ?? process.env.PATH }, cwd) ?? null;
};
