import { describe, expect, it } from 'vitest';
import { SYNONYM_SOURCES } from '../../../src/factors/match/synonyms.js';
import { SYNONYMS, Thesaurus } from '../../../src/factors/match/thesaurus.js';
import { foldedText } from '../../../src/factors/match/words.js';

const thesaurus = new Thesaurus([
  { names: 'steel|钢', source: 'trade' },
  { names: 'steel sheet|钢板', kindOf: ['steel'], source: 'trade' },
  { names: 'cold rolled coil|冷轧钢板', kindOf: ['steel sheet', 'steel'], source: 'trade' },
  { names: 'lead|铅', source: 'trade' },
]);

const named = (text: string): string[] => thesaurus.read(text).concepts.map(({ name }) => name);
const left = (text: string): string[] => thesaurus.read(text).words.map(({ text: word }) => word);

describe('the thesaurus', () => {
  it('takes the longest name that fits, in either language', () => {
    expect(named('冷轧钢板')).toEqual(['cold rolled coil']);
    expect(named('热轧钢板与钢')).toEqual(['steel sheet', 'steel']);
    expect(named('Steel Sheets, steel')).toEqual(['steel sheet', 'steel']);
  });

  it('takes whole English words only', () => {
    expect(named('leading steelwork')).toEqual([]);
  });

  it('leaves the rest over, even of a word of which a name took a part', () => {
    expect(left('steel rod')).toEqual(['rod']);
    expect(left('钢棒')).toEqual(['棒']);
    expect(left('冷轧钢板')).toEqual([]);
  });

  it('knows wider and narrower things, the nearest first', () => {
    expect(thesaurus.widerThan('cold rolled coil')).toEqual(['steel sheet', 'steel']);
    expect(thesaurus.narrowerThan('steel')).toEqual(['steel sheet', 'cold rolled coil']);
  });
});

describe('the synonyms', () => {
  const own = new Set(SYNONYMS.map(({ names }) => names.split('|')[0] ?? ''));

  it('each have a source, and wider things that are groups too', () => {
    for (const { source, kindOf = [], names } of SYNONYMS) {
      expect(Object.keys(SYNONYM_SOURCES), names).toContain(source);
      expect(kindOf.filter((wide) => !own.has(wide)), names).toEqual([]);
    }
  });

  it('have no name in two groups: the second would never be found', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const { names } of SYNONYMS) {
      const [group = ''] = names.split('|');
      for (const name of new Set(names.split('|').map(foldedText))) {
        const other = seen.get(name);
        if (other !== undefined) twice.push(`${name}: ${other}, ${group}`);
        seen.set(name, group);
      }
    }
    expect(twice).toEqual([]);
  });

  it('are found by each of their names', () => {
    const all = new Thesaurus();
    const lost = SYNONYMS.flatMap(({ names }) => names.split('|').filter((name) => {
      const { concepts } = all.read(name);
      return concepts.length !== 1 || concepts[0]?.name !== names.split('|')[0];
    }));
    expect(lost).toEqual([]);
  });
});
