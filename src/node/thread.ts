import { parentPort, Worker } from 'node:worker_threads';

/** What a thread can do: each job takes a text and gives one, or nothing. Texts travel between threads at little cost. */
export type Jobs = Readonly<Record<string, (text: string) => Promise<string | undefined>>>;

/** A thread that does one job at a time. */
export interface Thread {
  /** False once it ended, however that came. */
  isRunning(): boolean;
  /** Rejects with what the job threw, or when the thread ends before the answer. */
  ask(job: string, text: string): Promise<string | undefined>;
  /** Ends it at once, in the middle of a job too. */
  stop(): void;
}

interface Question {
  readonly job: string;
  readonly text: string;
}

type Answer = { readonly text: string | undefined } | { readonly failure: string };

/** Starts a script that calls {@link answerWith} in a thread of its own. */
export const startThread = (script: string | URL): Thread => {
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
    else asked?.resolve(answer.text);
    asked = undefined;
  });
  worker.on('error', (error) => end(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => end(`the thread ended with exit code ${code}`));
  return {
    isRunning: () => isRunning,
    ask: (job, text) =>
      new Promise((resolve, reject) => {
        if (!isRunning) return reject(new Error('the thread has ended'));
        asked = { resolve, reject };
        worker.postMessage({ job, text } satisfies Question);
      }),
    stop: () => {
      end('the thread was stopped');
      void worker.terminate();
    },
  };
};

interface Asked {
  readonly resolve: (text: string | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** The other side of {@link startThread}: does what it is asked for, until somebody ends it. */
export const answerWith = (jobs: Jobs): void => {
  const port = parentPort;
  port?.on('message', async ({ job, text }: Question) => {
    const answer = await (jobs[job]?.(text) ?? Promise.reject(new Error(`no such job: ${job}`))).then(
      (given): Answer => ({ text: given }),
      (error: unknown): Answer => ({ failure: error instanceof Error ? error.message : String(error) }),
    );
    port.postMessage(answer);
  });
};
