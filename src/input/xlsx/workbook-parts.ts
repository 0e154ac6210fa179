import { problem } from '../../diagnostics/problem.js';
import { openArchive, type Archive } from '../archive.js';
import { decode } from '../encoding.js';
import type { FaultWatch } from '../fault-watch.js';
import type { Source } from '../source.js';
import { readXml, type XmlHandlers } from '../xml.js';
import { DateStyles } from './number-formats.js';
import { SharedStrings } from './shared-strings.js';

/** One worksheet; chart sheets and macro sheets are none. */
export interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** An Excel workbook (ECMA-376, .xlsx and .xlsm) with what its sheets refer to. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly strings: SharedStrings;
  readonly styles: DateStyles;
  /** Reads one of its parts; false, with the problem added, where it is not there or no XML. */
  read(part: string, handlers: XmlHandlers): boolean;
}

/** The namespaces of `r:id`, of the two editions of the standard. */
const RELATIONSHIP_ID = [
  '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id',
  '{http://purl.oclc.org/ooxml/officeDocument/relationships}id',
];

interface Relationship {
  /** The last word of its type. */
  readonly kind: string;
  readonly part: string;
}

/** Opens a workbook. Adds the problems of the archive, xml-invalid or workbook-invalid, and gives undefined where it is none. */
export function openWorkbook(source: Source, watch: FaultWatch): Workbook | undefined {
  const archive = openArchive(source, watch);
  if (archive === undefined) return undefined;
  const spot = { input: source.name, line: 0, column: 0 };
  const read = (part: string, handlers: XmlHandlers): boolean => readPart(archive, source.name, part, handlers, watch);
  const root = [...relationshipsOf('', archive, read).values()].find(({ kind }) => kind === 'officeDocument');
  if (watch.failed) return undefined;
  const binary = root?.part.endsWith('.bin') === true;
  const listed = root === undefined || binary ? undefined : sheetsIn(root.part, read);
  if (root === undefined || listed === undefined) {
    if (!watch.failed) watch.add(problem('workbook-invalid', { part: root?.part ?? '', detail: binary ? 'binary' : 'no-workbook' }, spot));
    return undefined;
  }
  const related = relationshipsOf(root.part, archive, read);
  const strings = new SharedStrings();
  const styles = new DateStyles();
  for (const { kind, part } of related.values()) {
    if (kind === 'sharedStrings') read(part, strings.handlers);
    if (kind === 'styles') read(part, styles.handlers);
  }
  const sheets = listed.flatMap(({ id, ...sheet }) => {
    const target = related.get(id);
    return target?.kind === 'worksheet' ? [{ ...sheet, part: target.part }] : [];
  });
  return watch.failed ? undefined : { sheets, strings, styles, read };
}

function readPart(archive: Archive, input: string, part: string, handlers: XmlHandlers, watch: FaultWatch): boolean {
  const spot = { input, line: 0, column: 0 };
  if (!archive.names.includes(part)) {
    watch.add(problem('workbook-invalid', { part, detail: 'no-part' }, spot));
    return false;
  }
  const bytes = archive.read(part);
  const decoded = bytes === undefined ? undefined : decode({ name: input, bytes }, watch);
  if (decoded === undefined) return false;
  const fault = readXml(decoded.text, handlers);
  if (fault !== undefined) watch.add(problem('xml-invalid', { part, ...fault }, spot));
  return fault === undefined;
}

/** What a part refers to, by id; '' is the package itself. */
function relationshipsOf(part: string, archive: Archive, read: Workbook['read']): ReadonlyMap<string, Relationship> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const list = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const found = new Map<string, Relationship>();
  if (!archive.names.includes(list)) return found;
  read(list, {
    open: (name, attributes) => {
      const target = attributes.get('Target') ?? '';
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return undefined;
      const kind = attributes.get('Type')?.split('/').at(-1) ?? '';
      found.set(attributes.get('Id') ?? '', { kind, part: resolved(folder, target) });
      return undefined;
    },
  });
  return found;
}

/** A target relative to a folder of the package, or from its root. */
function resolved(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The sheets that a workbook part lists; undefined where it is another kind of document. */
function sheetsIn(part: string, read: Workbook['read']): { name: string; id: string; hidden: boolean }[] | undefined {
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let root = '';
  const sound = read(part, {
    open: (name, attributes) => {
      root ||= name;
      if (root !== 'workbook') return 'stop';
      if (name !== 'sheet') return undefined;
      const id = RELATIONSHIP_ID.map((key) => attributes.get(key)).find((value) => value !== undefined);
      sheets.push({ name: attributes.get('name') ?? '', id: id ?? '', hidden: (attributes.get('state') ?? 'visible') !== 'visible' });
      return undefined;
    },
  });
  return sound && root === 'workbook' ? sheets : undefined;
}
