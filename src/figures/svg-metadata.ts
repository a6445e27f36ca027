import { cleanText } from '../scene/text.ts';
import type { FigureMetadata } from './metadata.ts';
import { escaped } from './svg.ts';

/** The first tag of a figure; `>` within its attributes is written as an entity. */
const OPENING = /<svg [^>]*>\n?/u;

/**
 * The same figure with what it says of itself (RDF with the terms of Dublin Core, as Inkscape and libraries read it) and
 * with all that is needed to make it again, as JSON. A text that is no SVG comes back as it is.
 */
export function withSvgMetadata(svg: string, metadata: FigureMetadata): string {
  return svg.replace(OPENING, (opening) => `${opening}${metadataElement(metadata)}`);
}

function metadataElement({ title, language, methods, parameters }: FigureMetadata): string {
  const term = (name: string, text: string): string => `<dc:${name}>${escaped(text)}</dc:${name}>\n`;
  return [
    '<metadata>\n',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ecotone="urn:ecotone:figure">\n',
    '<rdf:Description rdf:about="">\n',
    term('title', cleanText(title)),
    '<dc:creator/>\n',
    term('format', 'image/svg+xml'),
    term('language', language),
    term('description', methods),
    `<ecotone:parameters>${escaped(parameters.trimEnd())}</ecotone:parameters>\n`,
    '</rdf:Description>\n</rdf:RDF>\n</metadata>\n',
  ].join('');
}
