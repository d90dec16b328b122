import { html } from './dom';

/** A button that says in words what it does. */
export const wordButton = (words: string, onClick: () => void): HTMLButtonElement => {
  const element = html('button', 'toggle', words);
  element.type = 'button';
  element.addEventListener('click', onClick);
  return element;
};
