/** Whether a key is meant for a text field. */
export const isTyping = ({ target }: Event): boolean => target instanceof HTMLInputElement;
