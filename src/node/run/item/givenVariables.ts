/** The variables of an executor; those that are null come from the environment of this process, where they are there. */
export const givenVariables = (
  env: Readonly<Record<string, string | null>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]): readonly (readonly [string, string])[] => {
      const given = value ?? process.env[name];
      return given === undefined ? [] : [[name, given]];
    }),
  );
