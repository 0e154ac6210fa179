const FACTORS = [
  ['steel-fr', ['kg', 't', 'g']],
  ['cotton-fibre-world', ['kg', 'g']],
  ['pp-formed-gb', ['kg', 'g']],
  ['copper-fr', ['kg']],
  ['electricity-cn-zj-2023', ['kWh', 'MWh', 'MJ']],
];

/** A bill of so many lines for one product: bundled factors, 40 components, 2 to 6 decimals, the same on every run. */
export function billOf(lines) {
  let seed = 42;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  const rows = ['component,item,stage,quantity,unit,factor'];
  for (let line = 0; line < lines; line += 1) {
    const [factor, units] = FACTORS[Math.floor(random() * FACTORS.length)];
    const unit = units[Math.floor(random() * units.length)];
    const stage = random() < 0.5 ? 'raw_materials' : 'manufacturing';
    rows.push(`assembly ${line % 8}/part ${line % 40},item ${line},${stage},${(random() * 1000).toFixed(2 + (line % 5))},${unit},${factor}`);
  }
  return `${rows.join('\n')}\n`;
}
