import type { RunPicture, RunTimelineMessage } from '../../../webview/protocol/runTimeline';

/** Tells a page of the last run of its plan while its timeline is open: all rows once, then those that differ. */
export interface RunTimelineFeed {
  open(): void;
  close(): void;
  refresh(): void;
}

export const createRunTimelineFeed = (
  picture: () => RunPicture | undefined,
  post: (message: RunTimelineMessage) => void,
): RunTimelineFeed => {
  let isOpen = false;
  let run: string | undefined;
  let sent: ReadonlyMap<string, string> = new Map();
  const tell = (): void => {
    const now = picture();
    const rows = new Map((now?.rows ?? []).map((row) => [row.id, JSON.stringify(row)]));
    const isWhole = now?.run !== run || rows.size !== sent.size;
    const differing = now?.rows.filter(({ id }) => isWhole || rows.get(id) !== sent.get(id)) ?? [];
    const isNew = now !== undefined || run !== undefined;
    run = now?.run;
    sent = rows;
    if (isNew) post({ type: 'runTimeline', picture: now ? { ...now, isWhole, rows: differing } : null });
  };
  return {
    open: () => {
      isOpen = true;
      run = undefined;
      tell();
    },
    close: () => {
      isOpen = false;
    },
    refresh: () => {
      if (isOpen) tell();
    },
  };
};
