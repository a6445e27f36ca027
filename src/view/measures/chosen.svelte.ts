/** The measure whose ranking is shown; undefined until one is chosen. Stays so while the panel is shut. */
export const ranked = $state<{ id: string | undefined }>({ id: undefined });
