import { problem, type Problem } from '../../base/problem.ts';
import type { Actor } from '../graph.ts';

/** Longest name that is kept as a name; longer texts belong in the notes. */
export const NAME_LIMIT = 1000;

/** A name as it is kept: no control characters, no white space around it, inner white space as one space. */
export function cleanName(name: string): string {
  return (
    name
      // eslint-disable-next-line no-control-regex -- control characters are what is cleaned
      .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim()
  );
}

export function nameProblem(name: string): Problem | undefined {
  if (cleanName(name) === '')
    return problem('name-empty', {
      en: 'An actor needs a name. Type one, or press Esc.',
      zh: '主体需要名称，请输入或按 Esc 取消。',
    });
  if (name.length > NAME_LIMIT)
    return problem('name-long', {
      en: `This name has ${name.length} characters; ${NAME_LIMIT} is the limit. Put longer texts in the notes.`,
      zh: `该名称有 ${name.length} 个字符，上限为 ${NAME_LIMIT}。较长的文字请写在备注中。`,
    });
  return undefined;
}

export function selfTie(name: string): Problem {
  return problem('self-tie', {
    en: `A tie joins two different actors; both ends here are “${name}”. Choose another actor.`,
    zh: `关系须连接两个不同的主体，此处两端都是“${name}”。请另选一个主体。`,
  });
}

export function weightProblem(weight: number): Problem | undefined {
  if (Number.isFinite(weight) && weight > 0) return undefined;
  return problem('weight-invalid', {
    en: `A weight is a number above 0; “${weight}” is not. To end a relation, delete the tie.`,
    zh: `权重须为大于 0 的数，“${weight}”不符合。若要取消关系，请删除该关系。`,
  });
}

export function amountProblem(value: number): Problem | undefined {
  if (Number.isFinite(value) && value >= 0) return undefined;
  return problem('amount-invalid', {
    en: `An amount is 0 or more; “${value}” is not.`,
    zh: `数量须大于或等于 0，“${value}”不符合。`,
  });
}

export function missingActor(id: string): Problem {
  return problem('actor-missing', {
    en: `This actor is no longer on the map (${id}); it may have been deleted in another window. Nothing was changed.`,
    zh: `该主体已不在地图上（${id}），可能已在另一窗口中删除。未作更改。`,
  });
}

export function missingTie(id: string): Problem {
  return problem('tie-missing', {
    en: `This tie is no longer on the map (${id}); it may have been deleted in another window. Nothing was changed.`,
    zh: `该关系已不在地图上（${id}），可能已在另一窗口中删除。未作更改。`,
  });
}

/** The form in which names are compared: case, width and white space do not matter. */
export function foldName(name: string): string {
  return cleanName(name).normalize('NFKC').toLowerCase();
}

/** All the names an actor answers to, folded. */
export function foldedNames(actor: Actor): readonly string[] {
  return [actor.name, actor.secondName ?? '', ...(actor.aliases ?? [])]
    .map(foldName)
    .filter((name) => name !== '');
}
