import { Chalk } from 'chalk';
import type { Palette as ProblemPalette } from '../diagnostics/render-text.js';

type Paint = (text: string) => string;

/** How texts for people are coloured. */
export interface Palette extends ProblemPalette {
  /** Titles and totals. */
  readonly strong: Paint;
  readonly bar: Paint;
  /** Removals and credits. */
  readonly negative: Paint;
}

/** Colours, or none at all: level 0 paints nothing, level 1 the 16 colours that every terminal has. */
export function palette(level: 0 | 1): Palette {
  const paint = new Chalk({ level });
  return {
    error: paint.red.bold,
    warning: paint.yellow.bold,
    note: paint.cyan.bold,
    place: paint.cyan,
    dim: paint.dim,
    strong: paint.bold,
    bar: paint.blue,
    negative: paint.green,
  };
}

/**
 * The palette for a stream: FORCE_COLOR decides where it is set (0 and false mean none), then NO_COLOR where it is
 * not empty (https://no-color.org), then whether the stream is a terminal that can do more than print.
 */
export function paletteOf(env: NodeJS.ProcessEnv, stream: { readonly isTTY?: boolean }): Palette {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return palette(forced === '0' || forced === 'false' ? 0 : 1);
  const refused = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return palette(!refused && stream.isTTY === true ? 1 : 0);
}
