import type { Executor } from './executor';

/** The variables that an executor takes from the environment and that nobody may read, by their names. */
export const secretsOf = ({ env }: Pick<Executor, 'env'>): readonly string[] =>
  Object.entries(env).flatMap(([name, value]) => (value === null && SECRET.test(name) ? [name] : []));

const SECRET = /KEY|TOKEN|SECRET|PASSWORD|CREDENTIALS/i;
