/** The day of an instant on the calendar of whoever looks at it, as ISO 8601 has days. */
export function localDay(instant: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}
