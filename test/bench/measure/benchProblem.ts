/** What the one who started a benchmark can mend: said in a sentence, without a stack. */
export class BenchProblem extends Error {}

export const sayProblems = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof BenchProblem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
};
