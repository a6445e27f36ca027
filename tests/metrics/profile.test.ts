import { describe, expect, test } from 'vitest';
import { profileOf, type ProfileInput } from '../../src/metrics/profile.ts';
import { measureById } from '../../src/metrics/registry.ts';

const UNIVERSITY = { en: 'University', zh: '高校' };

/** An actor (the first) among others, by columns of values. */
function profile(columns: Record<string, number[]>, more: Partial<ProfileInput> = {}) {
  const n = Math.max(...Object.values(columns).map(({ length }) => length));
  return profileOf({
    actor: 0,
    values: (id) => (Object.hasOwn(columns, id) ? Float64Array.from(columns[id]!) : undefined),
    sectors: Array.from({ length: n }, () => 'university'),
    sectorName: UNIVERSITY,
    directed: true,
    ...more,
  });
}

const said = (columns: Record<string, number[]>, measure: string, more: Partial<ProfileInput> = {}) =>
  profile(columns, more).find((sentence) => sentence.measure === measure)?.text;

describe('an actor in words', () => {
  test('is compared with its own sector where that has five actors, and says what is typical there', () => {
    expect(said({ degree: [9, 4, 4, 3, 5, 2] }, 'degree')).toEqual({
      en: 'Among the 6 universities it has the most partners (9; typical 4); it is number 1 of all 6 actors.',
      zh: '在 6 所高校中，它的合作方最多（9，一般为 4）；在全部 6 个主体中列第 1。',
    });
  });

  test('is compared with all actors where its sector is small, and with nobody where the map is', () => {
    const sectors = ['university', 'university', ...Array.from({ length: 4 }, () => 'enterprise')];
    expect(said({ degree: [1, 4, 4, 3, 5, 2] }, 'degree', { sectors })?.en).toBe(
      'Among all 6 actors it has the fewest partners (1; typical 3.5).',
    );
    expect(said({ degree: [1, 1] }, 'degree')?.en).toBe('It has 1 partner.');
  });

  test('calls a sector that was renamed by its name', () => {
    const sectorName = { en: 'Academia', zh: '学术界' };
    const text = said({ degree: [4, 4, 4, 4, 4] }, 'degree', { sectorName });
    expect(text?.en).toBe(
      'Among the 5 actors of its sector (Academia) it has about as many partners as is typical (4; typical 4).',
    );
    expect(text?.zh).toContain('在 5 个“学术界”类主体中');
  });

  test('calls nobody high or low where most are equal, and shared first places are shared', () => {
    expect(said({ degree: [3, 3, 3, 3, 3, 2] }, 'degree')?.en).toContain('about as many');
    expect(said({ degree: [9, 9, 1, 1, 1, 1, 1, 1, 1] }, 'degree')?.en).toContain('none has more partners');
  });

  test('without partners says just that', () => {
    expect(profile({ degree: [0, 1, 1, 2, 2], betweenness: [0, 1, 2, 3, 4] })).toHaveLength(1);
  });

  test('says who is cut off without it, and nothing where nobody is', () => {
    const degree = [3, 2, 2, 2, 2];
    expect(said({ degree, stranded: [1, 0, 0, 0, 0] }, 'stranded')?.en).toBe(
      'If it leaves, 1 other actor is cut off from the rest.',
    );
    expect(said({ degree, stranded: [0, 0, 0, 0, 0] }, 'stranded')).toBeUndefined();
  });

  const roles = (...counts: number[]) =>
    Object.fromEntries(
      ['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison'].map((role, k) => [
        `gould-fernandez-${role}`,
        [counts[k] ?? 0, 0, 0, 0, 0],
      ]),
    );

  test('names the role that half of its open pairs have, and none for fewer than three pairs', () => {
    const degree = [6, 2, 2, 2, 2];
    const text = said({ degree, ...roles(1, 0, 1, 6, 0) }, 'gould-fernandez-gatekeeper');
    expect(text?.en).toContain('mostly a gatekeeper: it lets others into its own sector (75% of 8)');
    expect(text?.zh).toContain('守门人');
    expect(said({ degree, ...roles(0, 0, 0, 2, 0) }, 'gould-fernandez-gatekeeper')).toBeUndefined();
  });

  test('claims no direction of brokerage where the network has none', () => {
    const columns = { degree: [6, 2, 2, 2, 2], ...roles(4, 0, 3, 3, 0) };
    const text = said(columns, 'gould-fernandez-representative', { directed: false });
    expect(text?.en).toContain('a link to other sectors');
    expect(text?.en).toContain('60% of 10');
  });

  test('has at most five sentences, at least three where it can, each on a measure that there is', () => {
    const full = {
      degree: [9, 2, 2, 2, 2, 3],
      stranded: [3, 0, 0, 0, 0, 0],
      betweenness: [0.5, 0, 0, 0, 0, 0.1],
      ...roles(0, 0, 0, 9, 0),
      'burt-constraint': [0.1, 0.9, 0.8, 0.7, 0.6, 0.5],
      'e-i-index': [1, 0, 0, 0, 0, 0],
      'in-degree': [1, 1, 1, 1, 1, 1],
      'out-degree': [8, 1, 1, 1, 1, 1],
    };
    expect(profile(full)).toHaveLength(5);
    const even = [3, 3, 3, 3, 3];
    const plain = profile({ degree: even, betweenness: [0.1, 0.1, 0.1, 0.1, 0.1], 'burt-constraint': even });
    expect(plain).toHaveLength(3);
    for (const { measure, text } of [...profile(full), ...plain]) {
      expect(measureById(measure), measure).toBeDefined();
      expect(text.en).toMatch(/^[A-Z].*\.$/u);
      expect(text.zh).toMatch(/。$/u);
      expect(`${text.en}${text.zh}`).not.toMatch(/NaN|undefined|null/u);
    }
  });
});
