import { STOPPED } from './options';

/**
 * Does something that an interrupt stops: the signal is aborted, so that it comes to an orderly end. A second interrupt
 * leaves at once.
 *
 * @param onStop called with the first one
 */
export const interruptible = async <T>(
  onStop: () => void,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const controller = new AbortController();
  const stop = (): void => {
    // the journal has everything: whoever cannot wait loses nothing
    if (controller.signal.aborted) process.exit(STOPPED);
    onStop();
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
};
