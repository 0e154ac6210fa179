import { describe, expect, it } from 'vitest';
import { folderWith, inventedFactors, tanji } from './run-tanji.js';

const factors = inventedFactors();
const folder = folderWith({
  'bom.csv': 'item,quantity,unit,factor,colour\nbody,1,kg,steel,red\n',
  'broken.csv': 'item,quantity,unit,factor,colour\nbody,one,kg,steel,red\n',
});
const ESCAPE = '\u001b[';

describe('words for people', () => {
  it('are without colour where nobody looks, and with it where that is forced', async () => {
    const call = ['calc', 'broken.csv', '--factors', factors];
    const [plain, forced, none] = await Promise.all([{}, { FORCE_COLOR: '1' }, { NO_COLOR: '1' }].map((env) => tanji(call, { cwd: folder, env })));
    expect(plain?.stderr).toContain('error[number-invalid]');
    expect(plain?.stderr).not.toContain(ESCAPE);
    expect(none?.stderr).toBe(plain?.stderr);
    expect(forced?.stderr).toContain(ESCAPE);
    expect(forced?.stderr.replace(/\u001b\[[\d;]*m/gu, '')).toBe(plain?.stderr);
  });

  it('are in the language of the flag, else of the locale, else English', async () => {
    const inChinese = (env: Record<string, string>, ...more: string[]): Promise<boolean> =>
      tanji(['calc', 'broken.csv', '--factors', factors, ...more], { cwd: folder, env }).then(({ stderr }) => stderr.includes('错误[number-invalid]'));
    const asked = await Promise.all([
      inChinese({}, '--lang', 'zh'), inChinese({}, '--lang=zh'), inChinese({ LANG: 'zh_CN.UTF-8' }),
      inChinese({ LANG: 'en_GB.UTF-8', LC_ALL: 'zh_TW.UTF-8' }),
      inChinese({ LANG: 'zh_CN.UTF-8' }, '--lang', 'en'), inChinese({ LANG: 'de_DE.UTF-8' }),
    ]);
    expect(asked).toEqual([true, true, true, true, false, false]);
  });

  it('of a call that cannot be read are in that language too', async () => {
    const { exit, stdout, stderr } = await tanji(['calc', '--prodcut', 'x', '--lang', 'zh']);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^错误\[usage\]：用法有误：没有选项 --prodcut/u);
    expect(stderr.split('\n')[0]).not.toMatch(/unknown|argument/u);
  });

  it('are only errors with --quiet', async () => {
    const [loud, quiet, broken] = await Promise.all([['bom.csv'], ['bom.csv', '--quiet'], ['broken.csv', '--quiet']]
      .map((more) => tanji(['calc', ...more, '--factors', factors], { cwd: folder })));
    expect(loud?.stderr).toContain('note[column-ignored]');
    expect(loud?.stderr).toContain('warning[product-undeclared]');
    expect([quiet?.exit, quiet?.stderr]).toEqual([0, '']);
    expect(quiet?.stdout).toBe(loud?.stdout);
    expect(broken?.stderr).toContain('error[number-invalid]');
    expect(broken?.stderr).not.toContain('note[');
  });

  it('of an option without its value name the option', async () => {
    const { exit, stderr } = await tanji(['calc', 'bom.csv', '-o'], { cwd: folder });
    expect(exit).toBe(2);
    expect(stderr).toContain("option '-o, --output <file>' argument missing");
  });
});
