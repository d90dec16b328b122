/**
 * The variables of an executor; those that are null come from the environment of this process, where they are there. One
 * that is empty there is not: that is what a secret is on a machine for builds that has none.
 */
export const givenVariables = (
  env: Readonly<Record<string, string | null>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]): readonly (readonly [string, string])[] => {
      const given = value ?? (process.env[name] || undefined);
      return given === undefined ? [] : [[name, given]];
    }),
  );
