import { html, svg } from './dom';

/** A button with a picture drawn in 16 units, and what it does in words. */
export const toolButton = (label: string, path: string, onClick: () => void): HTMLButtonElement => {
  const element = html('button', 'tool');
  element.type = 'button';
  element.title = label;
  element.setAttribute('aria-label', label);
  const icon = svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' });
  icon.append(svg('path', { d: path }));
  element.append(icon);
  element.addEventListener('click', onClick);
  return element;
};

export const MINUS = 'M3 8h10';
export const PLUS = 'M3 8h10M8 3v10';
export const FRAME = 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4';
