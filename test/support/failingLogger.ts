import type { Logger } from '../../src/engine/files';

/** Says nothing, and lets the test fail that makes the product log an error. */
export const failingLogger = {
  info: () => undefined,
  warn: () => undefined,
  error: (message: string, error?: unknown): never => {
    throw new Error(message, { cause: error });
  },
} satisfies Logger;
