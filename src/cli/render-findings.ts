import type { Problem } from '../diagnostics/problem.js';
import { renderJson } from '../diagnostics/render-json.js';
import { renderText } from '../diagnostics/render-text.js';
import type { Language } from '../diagnostics/wording.js';
import { paletteOf } from '../show/palette.js';

export interface FindingsOptions {
  readonly format: 'text' | 'json';
  readonly language: Language;
  readonly env: NodeJS.ProcessEnv;
  readonly stream: { readonly isTTY?: boolean };
}

/** The findings of one run as one text, in the form asked for. */
export function renderFindings(problems: readonly Problem[], options: FindingsOptions): string {
  if (options.format === 'json') return renderJson(problems, options.language);
  return renderText(problems, { language: options.language, colour: paletteOf(options.env, options.stream) });
}
