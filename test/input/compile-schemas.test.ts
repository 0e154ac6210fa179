import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const names = readdirSync(new URL('../../schemas', import.meta.url))
  .filter((file) => file.endsWith('.schema.json'))
  .map((file) => file.replace('.schema.json', ''));

describe('compiled schemas', () => {
  it.each(names)('%s is there as an ES module and needs no compiler', async (name) => {
    const code = read(`src/generated/${name}.js`);
    expect(code).not.toContain('require(');
    expect([...code.matchAll(/^import .* from "(.*)";$/gm)].map((found) => found[1])
      .every((path) => path?.startsWith('ajv/dist/runtime/') === true && path.endsWith('.js'))).toBe(true);
    const { default: validate } = (await import(`../../src/generated/${name}.js`)) as { default: (data: unknown) => boolean };
    expect(validate(1)).toBe(false);
  });
});
