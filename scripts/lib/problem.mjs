/** Something a person can put right; its message is one sentence saying what is missing. */
export class Problem extends Error {}

/**
 * Runs a command's main function. A `Problem` ends it with its one sentence, anything else with its stack;
 * both with exit code 1.
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    process.exitCode = 1;
  }
}
