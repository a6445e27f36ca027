import { expect, test } from 'vitest';
import { Kept } from '../../src/state/kept.ts';

test('of more than are kept the one goes that nobody has asked for longest', () => {
  const kept = new Kept<{ readonly is: string }>(2);
  const [a, b, c] = [{ is: 'a' }, { is: 'b' }, { is: 'c' }];
  kept.set('a', a);
  kept.set('b', b);
  expect(kept.get('a')).toBe(a);
  kept.set('c', c);
  expect(kept.get('b')).toBeUndefined();
  expect(kept.get('a')).toBe(a);
  expect(kept.get('c')).toBe(c);
});
