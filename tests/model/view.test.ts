import { expect, it } from 'vitest';
import { readView } from '../../src/model/records.ts';
import { DEFAULT_VIEW, TIE_COLOURS } from '../../src/model/view.ts';

it('reads each way of colouring ties as it was stored, and what it does not know as the usual one', () => {
  for (const tieColour of TIE_COLOURS)
    expect(readView(new Map([['tieColour', tieColour]])).tieColour).toBe(tieColour);
  for (const unknown of ['sector', 1, null])
    expect(readView(new Map([['tieColour', unknown]])).tieColour).toBe(DEFAULT_VIEW.tieColour);
});
