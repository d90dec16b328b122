/** Packages written as CommonJS ask for `require`, which an ES module does not have. */
const REQUIRE = "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);";

/**
 * How TypeScript of this project is bundled into ES modules for Node.
 * @type {import('esbuild').BuildOptions}
 */
export const asModule = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  banner: { js: REQUIRE },
  logLevel: 'warning',
};
