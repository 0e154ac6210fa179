import type { Archive } from '../../input/archive.js';
import type { Source } from '../../input/source.js';
import { byCodeUnit } from './dataset-text.js';

export const IMPORT_FORMATS = ['csv', 'xlsx', 'ilcd', 'openlca'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** How much of a file is looked at to tell its format. */
const SAMPLE = 65_536;

/** The format of a file that is no archive; undefined for bytes that are no text. */
export function formatOfFile({ bytes }: Source): ImportFormat | undefined {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const start = new TextDecoder(marked ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes.subarray(0, SAMPLE)).trimStart();
  if (start.startsWith('<')) return 'ilcd';
  if (start.startsWith('{')) return jsonFormat(start);
  return /[\u0000-\u0008]/u.test(start) && !marked ? undefined : 'csv';
}

/** The format of an archive or a folder, by the names in it and the first JSON file. */
export function formatOfArchive(archive: Archive): ImportFormat | undefined {
  if (archive.names.includes('[Content_Types].xml')) return 'xlsx';
  const readable = [...archive.names].sort(byCodeUnit);
  const [first] = readable.filter((name) => /(?:^|\/)(?:processes|results)\/[^/]+\.(?:json|xml)$/iu.test(name));
  const entry = first ?? readable.find((name) => /\.(?:json|xml)$/iu.test(name));
  if (entry === undefined) return undefined;
  if (entry.toLowerCase().endsWith('.xml')) return 'ilcd';
  const bytes = archive.read(entry);
  return bytes && jsonFormat(new TextDecoder().decode(bytes.subarray(0, SAMPLE)));
}

/** openLCA writes JSON-LD, soda4LCA the members of ILCD. */
function jsonFormat(start: string): ImportFormat | undefined {
  if (start.includes('"processInformation"')) return 'ilcd';
  return start.includes('"@type"') || start.includes('"@id"') ? 'openlca' : undefined;
}

