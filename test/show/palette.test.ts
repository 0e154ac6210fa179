import { describe, expect, it, test } from 'vitest';
import { palette, paletteOf } from '../../src/show/palette.js';

describe('colour', () => {
  it.each<[string, NodeJS.ProcessEnv, boolean, boolean]>([
    ['a terminal has it', {}, true, true],
    ['a pipe has none', {}, false, false],
    ['NO_COLOR takes it away', { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR says nothing', { NO_COLOR: '' }, true, true],
    ['a dumb terminal has none', { TERM: 'dumb' }, true, false],
    ['FORCE_COLOR brings it to a pipe', { FORCE_COLOR: '1' }, false, true],
    ['an empty FORCE_COLOR does too', { FORCE_COLOR: '' }, false, true],
    ['FORCE_COLOR goes before NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0 takes it away', { FORCE_COLOR: '0' }, true, false],
    ['FORCE_COLOR=false takes it away', { FORCE_COLOR: 'false' }, true, false],
  ])('%s', (_, env, isTTY, coloured) => {
    expect(paletteOf(env, { isTTY }).error('x') !== 'x').toBe(coloured);
  });

  test('is none at all at level 0', () => {
    for (const paint of Object.values(palette(0))) expect(paint('x')).toBe('x');
    for (const paint of Object.values(palette(1))) expect(paint('x')).toMatch(/^\u001b\[.*x/u);
  });
});
