import { ruleByCode } from '../../metrics/diagnosis/registry.ts';
import type { Measure } from '../../metrics/measure.ts';
import { LAYOUT_OFFERS } from '../../layout/offers.ts';
import type { RuleCode } from '../../model/diagnosis-settings.ts';
import { sourcesOfColours, sourcesOfLayout, sourcesOfMeasure, sourcesOfRules } from './bibliography.ts';
import { citations } from './citations.ts';
import type { MethodsFacts } from './facts.ts';
import { LAYOUT_SEED, layoutOptions } from './parameters.ts';
import {
  amounts,
  changedThresholds,
  codesOf,
  drawsByChance,
  encodedBy,
  formulaOf,
  inSentence,
  listing,
  lowered,
  several,
  withinBrackets,
} from './told.ts';

/** How it was done, as parts of a methods section in English, in the past tense. */
export function englishMethods(facts: MethodsFacts): readonly string[] {
  return [
    [...data(facts), ...reading(facts)].join(' '),
    measures(facts).join(' '),
    facts.diagnosis ? diagnosis(facts).join(' ') : '',
    chance(facts).join(' '),
    [...(facts.drawn ? drawing(facts) : []), software(facts)].join(' '),
  ].filter((part) => part !== '');
}

function data(facts: MethodsFacts): readonly string[] {
  const { graph, actors, ties, sectors, types, mutual, filter } = facts;
  const oneWay = ties - mutual;
  const kinds = sectors.length > 0 ? ` (${amounts(sectors, 'en')})` : '';
  const typed = types.length > 0 ? ` (${amounts(types, 'en')})` : '';
  const isPart = actors < graph.actors.size || ties < graph.ties.size;
  return [
    `The network consisted of ${several(actors, 'actor', 'actors')}${kinds} and ${several(ties, 'tie', 'ties')}${typed}.`,
    ...(isPart
      ? [
          `It was the part of a map of ${several(graph.actors.size, 'actor', 'actors')} and ${several(graph.ties.size, 'tie', 'ties')} that remained under a filter${filter.length > 0 ? ` (${filter.map(({ en }) => en).join('; ')})` : ''}.`,
        ]
      : []),
    ...(ties === 0
      ? []
      : oneWay === 0
        ? ['All ties were mutual.']
        : mutual === 0
          ? ['Each tie ran one way, from the actor that gives to the one that receives.']
          : [
              `Of the ties, ${oneWay} ran one way, from the actor that gives to the one that receives, and ${mutual} ${mutual === 1 ? 'was' : 'were'} mutual.`,
            ]),
  ];
}

function reading(facts: MethodsFacts): readonly string[] {
  const { setting, ties, selfLoops, hasParallelTies, types } = facts;
  if (ties === 0) return [];
  const weighed = types.filter(({ factor }) => factor !== 1);
  return [
    setting.directed
      ? 'The network was analysed as directed, a mutual tie counting once in each direction.'
      : setting.directionIgnored
        ? 'The network was analysed as undirected: direction was ignored, and the weights of both directions were added.'
        : 'The network was analysed as undirected, since no tie ran one way.',
    ...(hasParallelTies ? ['Parallel ties were added up, and partners were counted once.'] : []),
    ...(selfLoops > 0 ? [`Self-loops (${selfLoops}) were left out.`] : []),
    ...(weighed.length > 0
      ? [
          `Weights were multiplied by a factor for the type of tie (${weighed.map(({ name, factor }) => `${name.en} ${factor}`).join(', ')}).`,
        ]
      : []),
    facts.allWeighOne
      ? 'All weights were 1.'
      : setting.weighted
        ? 'Weights were read as strengths, so that in shortest paths the length of a tie was the reciprocal of its weight.'
        : 'Weights were left out of shortest paths and PageRank, where every tie counted as one.',
  ];
}

function measures(facts: MethodsFacts): readonly string[] {
  const { measures: told, setting } = facts;
  if (told.length === 0) return [];
  const described = told.map((measure) => describe(measure, facts));
  const forms = told.some(({ hasNormalisedForm }) => hasNormalisedForm);
  return [
    told.length === 1
      ? `We computed ${described.join('')}.`
      : `The following measures were computed: ${described.join('; ')}.`,
    ...(forms
      ? [
          setting.normalised
            ? 'Values were normalised wherever a measure has a normalised form.'
            : 'Values were left raw, not normalised.',
        ]
      : []),
  ];
}

/** What was drawn, and how often. */
function chance(facts: MethodsFacts): readonly string[] {
  const { used, options } = facts;
  return [
    ...(used.includes('permutations')
      ? [`Tests against chance rested on ${options.permutations} permutations.`]
      : []),
    ...(drawsByChance(facts) ? [`Random draws started from seed ${options.seed}.`] : []),
  ];
}

function describe(measure: Measure, facts: MethodsFacts): string {
  const sources = citations(sourcesOfMeasure(measure, facts), 'en');
  const own = measure.status === 'ours' ? 'a heuristic of Ecotone' : '';
  const origin = [own, sources === '' ? '' : own === '' ? sources : `after ${sources}`].filter(
    (part) => part !== '',
  );
  const name = inSentence(measure, 'en');
  return `${name}${origin.length > 0 ? ` (${origin.join(', ')})` : ''}, ${formulaOf(measure)} (${withinBrackets(measure, facts, 'en')})`;
}

function diagnosis(facts: MethodsFacts): readonly string[] {
  const heard = facts.rules;
  const changed = changedThresholds(facts, 'en');
  const muted = Object.keys(facts.settings.muted).flatMap((code) => ruleByCode(code as RuleCode) ?? []);
  const sources = citations(sourcesOfRules(facts), 'en');
  return [
    `Weaknesses of the ecosystem were sought with ${several(heard.length, 'rule', 'rules')} of Ecotone (${codesOf(heard, 'en')}), which combine published measures (${sources}) with thresholds of its own unless a source is named.`,
    changed.length === 0
      ? 'All thresholds had their standard values.'
      : `Thresholds had their standard values but for ${listing(
          changed.map(
            ({ code, name, value, standard }) => `${code} (${lowered(name)} ${value} instead of ${standard})`,
          ),
          'en',
        )}.`,
    ...(muted.length > 0
      ? [
          `${muted.length === 1 ? 'One rule was' : `${muted.length} rules were`} left out (${muted.map(({ code, name }) => `${code} ${name.en}`).join(', ')}).`,
        ]
      : []),
  ];
}

function drawing(facts: MethodsFacts): readonly string[] {
  const { view, fixed } = facts;
  const offer = LAYOUT_OFFERS.find(({ id }) => id === view.layout.id);
  const size = encodedBy(view.size, facts, 'en');
  const colour = encodedBy(view.colour, facts, 'en') ?? 'nothing';
  const palette = citations(sourcesOfColours(facts), 'en');
  const cite = palette === '' ? '' : ` (palette of ${palette})`;
  const encodings = [
    ...(view.colour.kind === 'sector'
      ? [`the shape and the colour of a mark showed the sector${cite}`]
      : ['the shape of a mark showed the sector', `its colour ${colour}${cite}`]),
    ...(size === undefined ? [] : [`its size ${size}`]),
    ...(facts.ties === 0 ? [] : [LINES[view.tieColour]]),
    ...(facts.ties > 0 && view.width === 'weight' ? ['its width the weight of the tie'] : []),
  ];
  const options =
    offer?.options.map(({ id, name }) => `${name.en.toLowerCase()} ${layoutOptions(facts)[id] ?? ''}`) ?? [];
  const cited = citations(sourcesOfLayout(facts), 'en');
  return [
    `On the map, ${listing(encodings, 'en')}.`,
    ...(offer
      ? [
          `Unless the data brought places along or actors were moved by hand, the layout “${offer.name.en}” (${[cited, ...options, `seed ${LAYOUT_SEED}`].filter((part) => part !== '').join('; ')}) placed them, and newcomers were put beside their partners${fixed > 0 ? `; ${several(fixed, 'actor was', 'actors were')} fixed in place` : ''}.`,
        ]
      : []),
    ...(facts.beside ? [besides(facts.beside)] : []),
  ];
}

/** What a line showed besides its width. */
const LINES = {
  type: 'the colour and the dash of a line the type of the tie',
  mechanism: 'the colour of a line the mechanism that the type of the tie serves, its dash the type',
  plain: 'the dash of a line the type of the tie',
} as const;

function besides({ what, names }: NonNullable<MethodsFacts['beside']>): string {
  const others =
    what === 'rounds'
      ? several(names.length, 'earlier round', 'earlier rounds')
      : several(names.length, 'other state', 'other states');
  return `The map stands beside ${others} (${names.join('; ')}), which ${names.length === 1 ? 'was' : 'were'} read in the same way; an actor has the same place in all of them.`;
}

function software({ version }: MethodsFacts): string {
  return `All computations were carried out with Ecotone ${version}; the same map, options and seeds give the same values.`;
}
