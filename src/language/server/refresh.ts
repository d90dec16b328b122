import type { Connection } from 'vscode-languageserver';
import type { Logger } from '../../engine/files';

/** A request by which a server asks its client to ask again. */
export interface RefreshRequest {
  readonly method: string;
}

/** Gives a function that asks the client for new answers of one kind, with at most one request in flight. */
export const createRefresher = (
  connection: Connection,
  request: RefreshRequest,
  logger: Logger,
): (() => void) => {
  let inFlight = false;
  let again = false;
  const refresh = (): void => {
    again = inFlight;
    if (inFlight) return;
    inFlight = true;
    connection
      .sendRequest(request.method)
      .catch((error: unknown) => logger.warn(`${request.method}: ${String(error)}`))
      .finally(() => {
        inFlight = false;
        if (again) refresh();
      });
  };
  return refresh;
};
