/**
 * Words of factor names that tell nothing about the thing itself: units, makes of the plain kind, ways of counting.
 * Left over in a name they do not make it a worse match.
 */
const PLAIN = new Set(`
  a an and or of the in to for per by with without incl including from at on not new other general
  primary virgin average mean mix mixed typical whole garment product production world national standard
  burnt supplied released used bought made making supply forming resin factor edition carbon footprint intensity
  kg t g l m m2 m3 kwh mj gj tkm tonne litre metre mmbtu gallon net gross usd value dry cargo load all distribution
  uk us usa gb france fr china cn europe eu germany united state kingdom ar4 ar5 ar6 ademe spend-based margin included
  原生 平均 全国 中国 英国 法国 美国 欧洲 世界 国家 电网 因子 碳足迹 二氧化碳 排放 燃烧 与 供应 和 或 的 及 含 不含 每 千克 吨 升 立方米
  千瓦时 版 年 整件 生产 树脂 切片 成型 均值 制冷剂 混合制冷剂 气体 按 低位热值 高位热值 新 其他 制造 电 力
`.split(/\s+/u).filter((word) => word !== ''));

/** Whether a word tells nothing about the thing: a plain word, a number or a size. */
export function isPlain(word: string): boolean {
  return PLAIN.has(word) || /^[\d.×x%-]+(?:mm|cm|μm|um|m|kg|g|w|kw|v|年|号|吨)?$/u.test(word);
}
