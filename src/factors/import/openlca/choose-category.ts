import { problem, type Problem } from '../../../diagnostics/problem.js';
import { elementsAt, textAt } from '../../../input/exact-json.js';
import { byCodeUnit } from '../dataset-text.js';
import { DEFAULT_IMPACT } from '../impact.js';
import { OpenCategory } from './characterise.js';
import type { OpenEntity, OpenPackage } from './open-package.js';

/** What an import takes for the footprint: an impact category of the package, or one that only results name. */
export interface ChosenCategory {
  readonly id: string;
  readonly name: string;
  /** Absent where the package holds results of the category and not the category itself. */
  readonly category?: OpenCategory;
}

/**
 * The impact category whose name or id is `impact`, in any case; else the only one whose name holds the words. Gives the problem
 * where there is none or more than one.
 */
export function chooseCategory(pack: OpenPackage, results: readonly OpenEntity[], impact: string | undefined): ChosenCategory | Problem {
  // Categories hold thousands of factors: of all but the chosen one the name is enough.
  const named = new Map<string, { id: string; name: string; entry?: string }>();
  for (const entity of pack.all('lcia_categories')) {
    named.set(entity.id, { id: entity.id, name: entity.name, entry: entity.entry });
  }
  for (const { value } of results) {
    for (const result of elementsAt(value, 'impactResults')) {
      const [id, name] = [textAt(result, 'indicator', '@id'), textAt(result, 'indicator', 'name')];
      if (id !== '' && !named.has(id)) named.set(id, { id, name });
    }
  }
  const asked = impact ?? DEFAULT_IMPACT;
  const wanted = asked.toLowerCase().trim();
  const held = [...named.values()].filter(({ name }) => name.toLowerCase().includes(wanted));
  const exact = [...named.values()].filter(({ id, name }) => name.toLowerCase() === wanted || id.toLowerCase() === wanted);
  const [first, ...others] = exact.length > 0 ? exact : held;
  if (first !== undefined && others.length === 0) {
    const { id, name, entry } = first;
    const entity = entry === undefined ? undefined : pack.read(entry);
    return { id, name, ...(entity === undefined ? {} : { category: new OpenCategory(entity) }) };
  }
  const near = exact.length > 0 ? exact : held.length > 0 ? held : [...named.values()];
  const candidates = near.map(({ id, name }) => (near.some((other) => other.id !== id && other.name === name) ? id : name));
  return problem('import-impact-unclear', { impact: asked, candidates: candidates.sort(byCodeUnit) });
}
