import type { Command } from './context';

export const showOutput: Command = async ({ log }) => log.show();
