import net from 'node:net';
import { Problem } from './problem.mjs';

/** The only interface the project's servers listen on. */
export const LOOPBACK = '127.0.0.1';

/** Resolves to the port that was free a moment ago: `port`, or any when it is 0. */
export function freePort(port = 0) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error) =>
      reject(error.code === 'EADDRINUSE' ? new Problem(`Port ${port} is in use: choose another.`) : error),
    );
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      server.close(() => resolve(address.port));
    });
  });
}
