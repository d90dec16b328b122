import type { Executor } from '../../engine/run/executor/executor';
import { secretsOf } from '../../engine/run/executor/secrets';

/** What to say of work that failed and had none of the secrets that its executor takes from the environment. */
export const missingSecrets = (executor: Executor): readonly string[] => {
  const names = secretsOf(executor);
  if (names.length === 0 || names.some((name) => (process.env[name] ?? '') !== '')) return [];
  return [
    `None of ${names.join(', ')} is set here. ${executor.title} may need one of them: is a secret missing?`,
  ];
};
