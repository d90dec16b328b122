import assert from 'node:assert/strict';
import type { Snapshot } from '../../src/engine/snapshot';
import { SnapshotBuilder } from '../../src/engine/workspace/builder';
import { DocumentStore } from '../../src/engine/workspace/documents';
import { FolderIndex } from '../../src/engine/workspace/folderIndex';
import { PrpKnowledge } from '../../src/engine/workspace/prpKnowledge';
import { listFolders, memoryFiles, uriOf } from './memoryFiles';

const ROOT = uriOf('/w');

/**
 * What the engine makes of files below `/w`, at once: as if each of them were open in an editor. Copies of documents
 * cannot be told from others that way; {@link engineOver} reads them.
 */
export const snapshotOf = (texts: Readonly<Record<string, string>>): Snapshot => {
  const index = new FolderIndex();
  const documents = new DocumentStore(memoryFiles(), undefined, false);
  const files = Object.entries(texts).map(([path, text]) => ({ uri: uriOf(path), text }));
  index.replace([
    listFolders(
      ROOT,
      files.map(({ uri }) => uri),
    ),
  ]);
  for (const { uri, text } of files) documents.open(uri, text);
  const { snapshot, missing } = new SnapshotBuilder(
    index,
    documents,
    new PrpKnowledge(undefined, () => [ROOT]),
  ).build();
  assert.deepEqual(missing, [], 'nothing is left to read');
  return snapshot;
};
