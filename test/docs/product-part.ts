import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownTable } from './generated-blocks.js';

interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Kinds of values that need no pattern to be understood. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['#/$defs/text', 'text'], ['#/$defs/amount', 'decimal string, above 0'], ['#/$defs/date', 'day'],
  ['#/$defs/stage', '[stage](bill-of-materials.md#words)'],
]);

/** The members of a product file, from schemas/product.schema.json. */
export function productPart(root: string): string {
  const schema = JSON.parse(readFileSync(join(root, 'schemas', 'product.schema.json'), 'utf8')) as Schema & {
    readonly $defs: Readonly<Record<string, Schema>>;
  };
  const resolved = (member: Schema): Schema => {
    const name = member.$ref?.replace('#/$defs/', '');
    return name === undefined ? member : { ...schema.$defs[name], ...member };
  };
  const rows: string[][] = [];
  const add = (parent: Schema, path: string): void => {
    for (const [name, raw] of Object.entries(parent.properties ?? {})) {
      const member = resolved(raw);
      const items = member.items === undefined ? undefined : resolved(member.items);
      const full = `${path}${name}${items === undefined ? '' : '[]'}`;
      const what = [member.title, member.description].filter((text) => text !== undefined).join('. ');
      const needed = parent.required?.includes(name) === true ? 'yes' : '';
      rows.push([`\`${full}\``, needed, NAMED.get((items === undefined ? raw : raw.items)?.$ref ?? '') ?? kindOf(items ?? member), what]);
      add(items ?? member, `${full}.`);
    }
  };
  add(schema, '');
  return markdownTable(['member', 'compulsory', 'value', 'meaning'], rows);
}

function kindOf({ enum: words, pattern, type, minimum, maximum }: Schema): string {
  if (words !== undefined) return words.map((word) => `\`${word}\``).join(', ');
  if (pattern !== undefined) return `text, \`${pattern}\``;
  if (type === 'string') return 'text';
  return minimum === undefined ? (type ?? '') : `${type ?? ''} ${String(minimum)}–${String(maximum)}`;
}
