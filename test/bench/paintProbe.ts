/** Runs in the page: the time from a message to the frame on the screen that shows it. */
export const paintedAfter = (message: unknown): Promise<number> =>
  new Promise((resolve) => {
    const mark = document.createElement('span');
    mark.style.cssText = 'position: fixed; top: 0; left: 0; z-index: 9; font-size: 9px';
    mark.setAttribute('elementtiming', 'mark');
    mark.textContent = 'mark';
    const observer = new PerformanceObserver((list) => {
      const [entry] = list.getEntries() as (PerformanceEntry & { readonly renderTime: number })[];
      if (!entry) return;
      observer.disconnect();
      mark.remove();
      resolve(entry.renderTime - received);
    });
    observer.observe({ type: 'element' });
    let received = 0;
    const onMessage = (): void => {
      received = performance.now();
      // in the frame that the page asks for while it reads the message
      requestAnimationFrame(() => document.body.append(mark));
    };
    window.addEventListener('message', onMessage, { capture: true, once: true });
    window.postMessage(message, '*');
  });

export interface Gesture {
  readonly kind: 'pan' | 'zoom';
  readonly frames: number;
}

/** Runs in the page: turns the wheel once in every frame, there and back, and gives the length of each frame. */
export const frameTimes = ({ kind, frames }: Gesture): Promise<readonly number[]> =>
  new Promise((resolve) => {
    const viewport = document.querySelector('.viewport');
    const times: number[] = [];
    let before = performance.now();
    const turn = (way: 1 | -1): void => {
      const at = { bubbles: true, cancelable: true, clientX: 700, clientY: 450 };
      const delta =
        kind === 'pan' ? { deltaX: way * 16, deltaY: way * 10 } : { deltaY: way * 2.5, ctrlKey: true };
      viewport?.dispatchEvent(new WheelEvent('wheel', { ...at, ...delta }));
    };
    const onFrame = (): void => {
      const now = performance.now();
      times.push(now - before);
      before = now;
      if (times.length > frames) resolve(times.slice(1));
      else {
        turn(times.length <= frames / 2 ? 1 : -1);
        requestAnimationFrame(onFrame);
      }
    };
    requestAnimationFrame(onFrame);
  });
