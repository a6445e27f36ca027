import type { DiagnosisSettings, RuleCode } from '../../model/diagnosis-settings.ts';
import type { Edit } from '../../model/remedy-edits.ts';
import type { Diagnosis } from '../diagnosis/diagnose.ts';
import type { Finding } from '../diagnosis/rule.ts';
import type { Computation } from '../measure.ts';
import type { Draft } from './draft.ts';
import { PROPOSERS } from './proposers.ts';
import type { Remedy } from './remedy.ts';
import type { Survey } from './survey.ts';

/** So many are simulated. */
export const MOST_REMEDIES = 200;

interface Proposed {
  readonly code: RuleCode;
  readonly finding: Finding;
  readonly drafts: readonly Draft[];
}

/**
 * What could be done about the findings of the rules that are not muted. Proposed twice, a remedy is there once, for all
 * findings that it is meant for. Of more than `most` those stay that stand first for their finding; worse findings first.
 */
export function* proposeRemedies(
  survey: Survey,
  { results }: Diagnosis,
  muted: DiagnosisSettings['muted'],
  most = MOST_REMEDIES,
): Computation<readonly Remedy[]> {
  const findings = results.flatMap(({ code, outcome }) =>
    outcome.applies && !Object.hasOwn(muted, code)
      ? outcome.findings.map((finding) => ({ code, finding }))
      : [],
  );
  const proposed: Proposed[] = [];
  for (const [k, { code, finding }] of findings.entries()) {
    proposed.push({ code, finding, drafts: yield* PROPOSERS[code](survey, finding) });
    yield (k + 1) / findings.length;
  }
  proposed.sort((a, b) => b.finding.severity - a.finding.severity);
  const remedies = new Map<string, Remedy>();
  const deepest = Math.max(0, ...proposed.map(({ drafts }) => drafts.length));
  for (let place = 0; place < deepest; place++)
    for (const { code, finding, drafts } of proposed) {
      const draft = drafts[place];
      if (!draft) continue;
      const id = idOf(draft);
      const known = remedies.get(id);
      if (known) {
        if (!known.findings.includes(finding.id))
          remedies.set(id, { ...known, findings: [...known.findings, finding.id] });
      } else if (remedies.size < most) remedies.set(id, { ...draft, id, rule: code, findings: [finding.id] });
    }
  return [...remedies.values()];
}

function idOf({ kind, edits }: Draft): string {
  return [kind, ...edits.map(textOf)].join(' | ');
}

function textOf(edit: Edit): string {
  switch (edit.do) {
    case 'add-actor':
      return `actor ${edit.sector} ${edit.name.en}`;
    case 'add-tie':
      return `tie ${edit.source} ${edit.target} ${edit.type} ${edit.weight}`;
    case 'set-weight':
      return `weight ${edit.tie} ${edit.weight}`;
    case 'set-supply':
    case 'set-demand':
      return `${edit.do} ${edit.actor} ${edit.resource} ${edit.amount}`;
  }
}
