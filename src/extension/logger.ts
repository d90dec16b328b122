import type { LogOutputChannel } from 'vscode';
import type { Logger } from '../engine/files';

/** The engine's log in the extension's one output channel; errors with their stack. */
export const createLogger = (channel: LogOutputChannel): Logger => ({
  info: (message) => channel.info(message),
  warn: (message) => channel.warn(message),
  error: (message, error) =>
    error === undefined ? channel.error(message) : channel.error(message, detailOf(error)),
});

const detailOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
