import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Ids of the groups around it, outermost first. */
  readonly groups: readonly string[];
  /** Where it is moved or turned, of the group next to it. */
  readonly transform: string | undefined;
  text: string;
}

/** All elements of a file, in order; throws where it is not well-formed XML. */
export function parse(svg: string): Element[] {
  const parser = new SaxesParser();
  const elements: Element[] = [];
  const open: Element[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const groups = open
      .filter((element) => element.name === 'g')
      .map((element) => element.attributes['id'] ?? '');
    const transform = open.at(-1)?.attributes['transform'];
    const element: Element = { name, attributes, groups, transform, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(svg).close();
  return elements;
}

export function number(element: Element, name: string): number {
  return Number(element.attributes[name]);
}
