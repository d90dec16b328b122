import { createServer } from 'node:net';

/** Ports that one item may use, from its base on. */
const BLOCK = 10;
const FIRST = 20_000;
const LAST = 60_000;

/** Bases that this process has given away. */
const given = new Set<number>();

/**
 * The first of ten ports in a row that nobody listens on and that no other item was given. Where all are in use, the
 * first of all: a server that finds its port taken says so.
 */
export const freePortBase = async (): Promise<number> => {
  for (let base = FIRST; base < LAST; base += BLOCK) {
    if (given.has(base)) continue;
    given.add(base);
    if (await isFree(base)) return base;
  }
  return FIRST;
};

const isFree = async (base: number): Promise<boolean> => {
  for (let port = base; port < base + BLOCK; port++) if (!(await canListen(port))) return false;
  return true;
};

const canListen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
