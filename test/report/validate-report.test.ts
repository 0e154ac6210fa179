import { describe, expect, it } from 'vitest';
import { changed, codesOf } from './fixtures/sealed.js';
describe('x', () => { it('valid', () => { expect(codesOf(changed(() => undefined))).toEqual([]); }); });
