import { OPEN_LICENCES } from '../../src/factors/open-licences.js';
import { markdownTable } from './generated-blocks.js';

export function licencesPart(): string {
  return markdownTable(['licence', 'title', 'text'], OPEN_LICENCES.map(({ id, title, source }) => [`\`${id}\``, title, `<${source}>`]));
}
