/** Resolves in a task of its own: the page has had its turn. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
