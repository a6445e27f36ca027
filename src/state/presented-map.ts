/** Which map this window is to present, by its address; undefined for any other window. */
export function presentedMap(): string | undefined {
  return /[?&]present=([0-9A-Za-z]+)/u.exec(location.search)?.[1];
}
