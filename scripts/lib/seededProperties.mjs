import { inRoot } from './paths.mjs';

const SEEDED = inRoot('test/support/seededProperties.ts');

/**
 * Gives every property a seed, so that a run is the same as the one before: tests get fast-check through the module that
 * configures it.
 * @type {import('esbuild').Plugin}
 */
export const seededProperties = {
  name: 'seeded-properties',
  setup: (build) => {
    build.onResolve({ filter: /^fast-check$/ }, ({ importer }) =>
      importer === SEEDED || importer.includes('node_modules') ? undefined : { path: SEEDED },
    );
  },
};
