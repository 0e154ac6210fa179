import { describe, expect, it } from 'vitest';
import schema from '../../schemas/product.schema.json' with { type: 'json' };
import { BOUNDARIES, GWP_EDITIONS, LABEL_STATUSES, type ProductFile } from '../../src/input/product-file.js';
import { STAGES } from '../../src/input/vocabulary.js';

/** Every member of the type, by the compiler's word. */
const MEMBERS: Record<keyof ProductFile, true> = {
  id: true, names: true, model: true, gtin: true, manufacturer: true, site: true, sector: true, parameters: true, unit: true, boundary: true,
  period: true, method: true, validity: true, label: true, sub_products: true,
};

describe('product.schema.json', () => {
  it('has the members of the type, $schema and $comment', () => {
    expect(Object.keys(schema.properties).sort()).toEqual(['$comment', '$schema', ...Object.keys(MEMBERS)].sort());
  });

  it('has the words of the code', () => {
    expect(schema.$defs.stage.enum).toEqual(STAGES);
    expect(schema.properties.boundary.properties.type.enum).toEqual(BOUNDARIES);
    expect(schema.properties.label.properties.status.enum).toEqual(LABEL_STATUSES);
    expect(schema.properties.method.properties.gwp.enum).toEqual(GWP_EDITIONS);
  });

  it('lets no object through with members it does not name', () => {
    const open: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const entries = new Map(Object.entries(node));
      if (entries.get('type') === 'object' && entries.get('additionalProperties') !== false) open.push(path);
      for (const [name, child] of entries) visit(child, `${path}/${name}`);
    };
    visit(schema, '');
    // Which parameters there are, the rule of the sector says, and the sectors' reader refuses all others.
    expect(open).toEqual(['/$defs/parameters']);
  });
});
