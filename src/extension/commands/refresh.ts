import type { Command } from './context';

export const refresh: Command = async ({ host }) => {
  const engine = await host.engine();
  await engine.reload();
};
