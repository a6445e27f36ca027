import type { Localized } from '../base/localized.ts';
import type { Problem } from '../base/problem.ts';
import { ok, type Result } from '../base/result.ts';
import type { FigureMap, FigureState } from '../figures/figure-kind.ts';
import { chosenStates, type StateOffer } from './figure-states.ts';
import type { MapState } from './map.svelte.ts';
import { preferences } from './preferences.svelte.ts';
import { family, stateOf } from './scenario-family.ts';
import { underFilter } from './visibility.ts';

type Map = Pick<MapState, 'id' | 'now' | 'rounds'>;

/** The base that the map was forked from comes first, then its rounds; the map itself comes before its scenarios. */
export async function offeredStates(map: Map): Promise<Result<readonly StateOffer[]>> {
  const found = await family(map);
  if (!found.ok) return found;
  const own = found.value.findIndex(({ id }) => id === map.id);
  const members = found.value.map((member, place): StateOffer => ({
    id: `map:${member.id}`,
    name: member.name === '' ? preferences.t.untitledMap : member.name,
    what: member.base === undefined ? 'base' : 'scenario',
    ...(member.base !== undefined && { colour: member.colour }),
    before: place < own,
    open: () => stateOf(member, map),
  }));
  const rounds = map.rounds.list.map((round): StateOffer => ({
    id: `round:${round.id}`,
    name: round.name,
    what: 'round',
    before: true,
    open: async () => {
      const opened = await map.rounds.open(round);
      return opened.ok ? ok(opened.value.graph) : opened;
    },
  }));
  return ok([...members.slice(0, Math.max(0, own)), ...rounds, ...members.slice(own + 1)]);
}

/** What stands beside the map, and what is left out since it can't be read. */
interface Beside {
  readonly states: Pick<FigureMap, 'rounds' | 'states' | 'statesBefore'>;
  readonly notes: readonly Localized[];
}

/** What figures of several states set beside the map, under its filter. */
export async function statesBeside(
  map: Map & Pick<MapState, 'filter' | 'view'>,
  reads: ReadonlySet<'rounds' | 'states'>,
  against: readonly string[] | null,
): Promise<Result<Beside>> {
  if (reads.size === 0) return ok({ states: {}, notes: [] });
  const offered = await offeredStates(map);
  if (!offered.ok) return offered;
  const { filter, view } = map;
  const notes: Localized[] = [];
  const opened = async (offers: readonly StateOffer[]): Promise<readonly FigureState[]> => {
    const states: FigureState[] = [];
    for (const { name, colour, open } of offers) {
      const graph = await open();
      if (!graph.ok) {
        notes.push(unread(name, graph.problem));
        continue;
      }
      const seen = underFilter({ ...graph.value, view }, filter);
      states.push({ name, graph: seen, ...(colour !== undefined && { colour }) });
    }
    return states;
  };
  const rounds = reads.has('rounds') ? offered.value.filter(({ what }) => what === 'round') : [];
  const chosen = reads.has('states') ? chosenStates(offered.value, against) : [];
  const before = await opened(chosen.filter((offer) => offer.before));
  const after = await opened(chosen.filter((offer) => !offer.before));
  const states = { rounds: await opened(rounds), states: [...before, ...after], statesBefore: before.length };
  return ok({ states, notes });
}

function unread(name: string, { message }: Problem): Localized {
  return {
    en: `“${name}” is left out: ${message.en}`,
    zh: `未绘制“${name}”：${message.zh}`,
  };
}
