// Compiles schemas/*.schema.json into validators under src/generated, so that no schema is compiled at run time.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';

const compiled = standalone.default ?? standalone;
const root = fileURLToPath(new URL('..', import.meta.url));
const from = join(root, 'schemas');
const to = join(root, 'src', 'generated');
const ENDING = '.schema.json';

const DECLARATION = `export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}
declare const validate: {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
};
export default validate;
`;

/** ajv asks for its runtime with require() even in ESM output; bundlers and Node want imports. */
function withImports(code) {
  const imports = [];
  const body = code.replace(/require\("([^"]+)"\)\.default/g, (_, module) => {
    const path = module.endsWith('.js') ? module : `${module}.js`;
    let index = imports.indexOf(path);
    if (index < 0) index = imports.push(path) - 1;
    return `(runtime${index}.default ?? runtime${index})`;
  });
  if (body.includes('require(')) throw new Error('a require() is left in the compiled schema');
  return imports.map((path, index) => `import runtime${index} from ${JSON.stringify(path)};\n`).join('') + body;
}

const files = readdirSync(from).filter((file) => file.endsWith(ENDING)).sort();
const schemas = files.map((file) => JSON.parse(readFileSync(join(from, file), 'utf8')));

mkdirSync(to, { recursive: true });
files.forEach((file, index) => {
  // A fresh compiler for each keeps the names in the output, and so its bytes, independent of the other schemas.
  const ajv = new Ajv2020({
    allErrors: true,
    // Unknown keywords and formats are errors; matters of style are not.
    strictSchema: true, strictTypes: false, strictTuples: false, strictRequired: false,
    code: { source: true, esm: true, lines: true },
  });
  const schema = schemas[index];
  for (const other of schemas) if (other !== schema && other.$id !== undefined) ajv.addSchema(other);
  const validate = ajv.compile(schema);
  const name = file.slice(0, -ENDING.length);
  writeFileSync(join(to, `${name}.js`), withImports(compiled(ajv, validate)));
  writeFileSync(join(to, `${name}.d.ts`), DECLARATION);
});
