import { expect, test } from 'vitest';
import { nested } from '../../src/figures/nest.ts';

test('a figure within another has ids of its own; what people wrote stays as it is', () => {
  const { content } = nested(
    '<svg viewBox="0 0 10 20"><clipPath id="frame"/><g id="ties" clip-path="url(#frame)"><text>url(#frame)</text></g></svg>',
    'b',
  );
  expect(content).toBe(
    '<clipPath id="frame-b"/><g id="ties-b" clip-path="url(#frame-b)"><text>url(#frame)</text></g>',
  );
});
