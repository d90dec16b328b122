/** Every file of test/fixtures/rules as `<code>/<case>` and its text, put in by scripts/lib/goldenFixtures.mjs. */
declare module 'golden-fixtures' {
  export const fixtures: Readonly<Record<string, string>>;
}
