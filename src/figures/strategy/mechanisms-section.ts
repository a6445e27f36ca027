import { DIMENSION_NAMES, DIMENSIONS, MECHANISM_NAMES, MECHANISMS } from '../../model/scheme.ts';
import type { Fact } from '../../metrics/detail.ts';
import { measureById } from '../../metrics/registry.ts';
import { gaugesDrawing, radarDrawing } from './figures.ts';
import { block, element, type Markup } from './markup.ts';
import { headRow, numberCell } from './tables.ts';
import { partsOf } from './gauges-figure.ts';
import { COVERAGE, GAUGE, GAUGES, RADAR } from './read-measures.ts';
import { findingsOf, type Writer } from './writer.ts';

const SHARE = { style: 'share', digits: 3 } as const;

/** How far each mechanism works, and what its gauge is made of. */
export function mechanismsSection(writer: Writer): Markup {
  const { text, content } = writer;
  const drawing = gaugesDrawing(writer);
  const detail = content.numbers.panel.details.get(GAUGES);
  return block(
    'mechanisms chapter',
    'section',
    element('h2', {}, text('mechanisms')),
    block('lead', 'p', text('mechanismsLead')),
    drawing && element('figure', {}, drawing),
    element('h3', {}, text('parts')),
    element(
      'dl',
      { class: 'parts' },
      MECHANISMS.map((mechanism) => {
        const measure = measureById(`gauge-${mechanism}`);
        const parts = detail?.kind === 'rows' ? partsOf(detail, mechanism) : [];
        return element(
          'div',
          { class: mechanism },
          element('dt', {}, MECHANISM_NAMES[mechanism][writer.language]),
          measure && element('dd', { class: 'says' }, writer.say(measure.says)),
          parts.map((part) =>
            element(
              'dd',
              {},
              element('strong', {}, writer.sentence(part.says)),
              ' ',
              block('number', 'span', writer.number(part.values[0] ?? null, GAUGE)),
              part.why && element('small', {}, writer.sentence(part.why)),
            ),
          ),
        );
      }),
    ),
  );
}

/** What the sectors work for, and what of each dimension is covered and found. */
export function dimensionsSection(writer: Writer): Markup {
  const { text, content } = writer;
  const drawing = radarDrawing(writer);
  const effort = factsOf(writer, RADAR);
  const coverage = factsOf(writer, COVERAGE);
  const findings = findingsOf(content.numbers, content);
  const says = measureById(RADAR)?.says;
  return block(
    'dimensions',
    'section',
    element('h2', {}, text('dimensions')),
    says && block('lead', 'p', writer.say(says)),
    drawing && element('figure', { class: 'middle' }, drawing),
    element(
      'table',
      {},
      headRow([text('dimension'), text('effort'), text('coverage'), text('findingsHere')]),
      element(
        'tbody',
        {},
        DIMENSIONS.map((dimension) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, writer.say(DIMENSION_NAMES[dimension])),
            numberCell(writer.number(effort.get(dimension) ?? null, SHARE)),
            numberCell(writer.number(coverage.get(dimension) ?? null, SHARE)),
            numberCell(
              String(
                findings.filter(({ rule, finding }) => (finding.dimension ?? rule.dimension) === dimension)
                  .length,
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

/** What a detail says of each dimension; empty where it is undefined. */
function factsOf({ content }: Writer, id: string): ReadonlyMap<string, number | null> {
  const facts: readonly Fact[] = content.numbers.panel.details.get(id)?.facts ?? [];
  return new Map(facts.map((fact) => [fact.id, fact.value]));
}
