import { expect, test } from 'vitest';
import { statesCsv } from '../../src/formats/states-csv.ts';

const csv = statesCsv(
  ['Now', '=Later', 'Other'],
  [
    { what: 'measure', id: 'density', name: 'Density', unit: 'share', values: [0.5, 0.75, null] },
    { what: 'findings', id: 'D1', name: 'Isolated, or pendant', unit: '', values: [null, 2, 3] },
  ],
);
const lines = csv.slice(1).trimEnd().split('\r\n');

test('states stand in columns, each with its change against the first', () => {
  expect(lines[0]).toBe(`what,id,name,unit,Now,'=Later,Other,'=Later - Now,Other - Now`);
  expect(lines[1]).toBe('measure,density,Density,share,0.5,0.75,,0.25,');
});

test('what is undefined is empty, and its change too', () => {
  expect(lines[2]).toBe('findings,D1,"Isolated, or pendant",,,2,3,,');
});

test('Excel is told that it is UTF-8', () => {
  expect(csv.startsWith('\ufeff')).toBe(true);
});
