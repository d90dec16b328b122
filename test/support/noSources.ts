import type { CreationSources } from '../../src/engine/create/prepare';

/** For plans that no document stands behind: there is nothing to read, and no template. */
export const noSources: CreationSources = {
  planText: '',
  templates: undefined,
  read: async () => undefined,
  exists: async () => false,
};
