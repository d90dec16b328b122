import { join } from 'node:path';
import {
  createConnection,
  type DataCallback,
  type Disposable,
  type Message,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { createEngine } from '../engine/createEngine';
import type { Logger } from '../engine/files';
import { createLanguageServer } from '../language/server/server';
import { createDiskFiles, pathOfUri, uriOfPath } from '../node/diskFiles';
import { createGitHistory } from '../node/git/gitHistory';
import { withoutGaps } from '../shared/withoutGaps';
import { applyLabels } from './workspace/workspaceLabels';

/** The page that documents the rules ships beside this bundle's folder. */
const RULES = ['..', 'docs', 'rules.md'];

/**
 * Serves the Language Server Protocol over standard input and output until the client says `exit` or hangs up. Reads
 * the folders the client names, else the current one, and follows the disk.
 */
export const serve = (logger: Logger): void => {
  const engine = createEngine({
    files: createDiskFiles(logger),
    logger,
    roots: [],
    schemaFindings: true,
    history: createGitHistory(logger),
  });
  const connection = createConnection(
    new CanonicalReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  );
  createLanguageServer(connection, engine, {
    logger,
    icons: false,
    rulesUrl: uriOfPath(join(__dirname, ...RULES)),
    clientChecksJson: false,
    formatsJson: true,
    rootsWithoutFolders: [uriOfPath(process.cwd())],
    useLabels: (labels, folders) => applyLabels(labels, withoutGaps(folders.map(pathOfUri)), logger),
  });
  // a client that died says nothing more
  process.stdin.once('end', () => process.exit(1));
};

/** Editors spell the same URI in different ways (`%28` or `(`); the engine knows one spelling. */
class CanonicalReader extends StreamMessageReader {
  override listen(callback: DataCallback): Disposable {
    return super.listen((message) => callback(canonical(message) as Message));
  }
}

const canonical = (value: unknown, key = ''): unknown => {
  if (typeof value === 'string') return isUri(key, value) ? URI.parse(value).toString() : value;
  if (Array.isArray(value)) return value.map((element) => canonical(element));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, canonical(each, name)]));
};

const isUri = (key: string, value: string): boolean =>
  /^(?:uri|rootUri)$/.test(key) && /^[a-z][\w+.-]+:/i.test(value);
