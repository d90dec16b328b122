import { parentPort, Worker } from 'node:worker_threads';

/** What a thread can do. What goes in and comes out is copied: texts and bytes travel at little cost, objects do not. */
export type Jobs = Readonly<Record<string, (input: never) => Promise<unknown>>>;

/** A thread that does one job at a time. */
export interface Thread<J extends Jobs> {
  /** False once it ended, however that came. */
  isRunning(): boolean;
  /** Rejects with what the job threw, or when the thread ends before the answer. */
  ask<K extends keyof J>(job: K, input: Parameters<J[K]>[0]): Promise<Awaited<ReturnType<J[K]>>>;
  /** Ends it at once, in the middle of a job too. */
  stop(): void;
}

interface Question {
  readonly job: string;
  readonly input: unknown;
}

type Answer = { readonly output: unknown } | { readonly failure: string };

/** Starts a script that calls {@link answerWith} in a thread of its own. */
export const startThread = <J extends Jobs>(script: string | URL): Thread<J> => {
  const worker = new Worker(script);
  let isRunning = true;
  let asked: Asked | undefined;
  const end = (why: string): void => {
    isRunning = false;
    asked?.reject(new Error(why));
    asked = undefined;
  };
  worker.on('message', (answer: Answer) => {
    if ('failure' in answer) asked?.reject(new Error(answer.failure));
    else asked?.resolve(answer.output);
    asked = undefined;
  });
  worker.on('error', (error) => end(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => end(`the thread ended with exit code ${code}`));
  return {
    isRunning: () => isRunning,
    ask: (job, input) =>
      new Promise((resolve, reject) => {
        if (!isRunning) return reject(new Error('the thread has ended'));
        asked = { resolve: (output) => resolve(output as Awaited<ReturnType<J[typeof job]>>), reject };
        worker.postMessage({ job: String(job), input } satisfies Question);
      }),
    stop: () => {
      end('the thread was stopped');
      void worker.terminate();
    },
  };
};

interface Asked {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The other side of {@link startThread}: does what it is asked for, until somebody ends it. */
export const answerWith = (jobs: Jobs): void => {
  const port = parentPort;
  port?.on('message', async ({ job, input }: Question) => {
    const answer = await (
      jobs[job]?.(input as never) ?? Promise.reject(new Error(`no such job: ${job}`))
    ).then(
      (output): Answer => ({ output }),
      (error: unknown): Answer => ({ failure: error instanceof Error ? error.message : String(error) }),
    );
    port.postMessage(answer);
  });
};
