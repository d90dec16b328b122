import type { Memento } from 'vscode';
import type { NewFile } from '../../engine/create/batch';

/** A file the last creation made, with what proves that nobody edited it since. */
export interface CreatedFile {
  readonly uri: string;
  readonly name: string;
  readonly sha256: string;
}

/** Remembers the last creation of this workspace over reloads. */
export interface CreationMemory {
  remember(files: readonly NewFile[]): Promise<void>;
  last(): readonly CreatedFile[];
  forget(): Promise<void>;
}

const key = 'parallelPlans.lastCreation';

export const createCreationMemory = (state: Memento): CreationMemory => ({
  remember: async (files) =>
    state.update(
      key,
      await Promise.all(
        files.map(
          async ({ uri, name, content }): Promise<CreatedFile> => ({
            uri,
            name,
            sha256: await sha256(new TextEncoder().encode(content)),
          }),
        ),
      ),
    ),
  last: () => state.get<readonly CreatedFile[]>(key, []),
  forget: async () => state.update(key, undefined),
});

export const sha256 = async (bytes: Uint8Array): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
