import { html, svg } from './dom';

/** A button with a picture; its label is its tooltip too. */
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
