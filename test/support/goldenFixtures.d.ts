/** Golden fixtures by their names, put in by scripts/lib/goldenFixtures.mjs. */
declare module 'golden-fixtures' {
  /** Every file of test/fixtures/rules as `<code>/<case>`. */
  export const rules: Readonly<Record<string, string>>;
  /** Every file of test/fixtures/prompts. */
  export const prompts: Readonly<Record<string, string>>;
}
